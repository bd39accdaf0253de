// The review page: the next card is drawn at once; answers travel behind it, through the outbox.
//
// The server's page works by forms alone. This module takes over once the outbox is open: it holds the next
// cards with what their buttons promise, keeps whatever is done before it goes on, and asks for the queue anew
// whenever something has arrived. `hand` are the cards to come, `shown` the one on the page, `given` what was done
// on this page and can be taken back without asking the server which was last, `taken` what was taken back.

import { after, answerOf, leaving, leechEntries, subjectOf, undoOf, whatOf } from "./actions.js";
import { openPage } from "./dialogs.js";
import { newId } from "./ids.js";
import { openOutbox } from "./outbox.js";
import { control } from "./review_controls.js";
import { drawCounts, drawMarks, linkMenu, say, saying, swap } from "./review_page.js";
import { Sending } from "./sending.js";
import { get, post, Refused } from "./server.js";
import { speak } from "./speech.js";
import { Timer } from "./timer.js";
import { Typing } from "./typing.js";

// A second tap or space within this time after the answer was shown is the same press, come twice.
const SAME_PRESS_MS = 250;

const $ = (id) => document.getElementById(id);
const main = $("main");
const { place } = main.dataset;
const sheet = $("sheet");
const buttons = [...$("rate").querySelectorAll("button")];

const outbox = await openOutbox();
const timer = new Timer($("timer"));
const typing = $("typing") && new Typing($("typing"), reveal);
const start = JSON.parse($("queue").textContent);
let { cards: hand, counts, done, day_ends: dayEnds } = start;
let shown = null;
let revealed = false;
let revealedAt = 0;
let flagging = false;
const given = [];
const taken = [];
let queue = Promise.resolve();
const sending = new Sending(outbox, `/api/v1/queue?${place}`, { adopt, hasCard: () => shown !== null });

/** Draw the next card of the hand, or wait for the server where the hand is empty. */
function next() {
  const card = hand.shift();
  if (card) draw(card);
  else rest();
}

function draw(card) {
  shown = card;
  revealed = false;
  flagging = false;
  timer.start();
  sheet.innerHTML = card.front;
  sheet.scrollTop = 0;
  $("source").hidden = $("more").hidden = false;
  linkMenu(card, place, false);
  swap($("rate"), $("ask"), $("show"));
  card.buttons.forEach((button, i) => (buttons[i].querySelector(".interval").textContent = button.interval));
  drawMarks(card);
  drawCounts(counts, done, card.state);
  typing?.ask(card);
  if ("speaking" in main.dataset) readAloud();
}

function rest() {
  shown = null;
  revealed = false;
  timer.stop();
  sheet.replaceChildren();
  $("ask").hidden = $("rate").hidden = $("source").hidden = $("more").hidden = true;
  drawCounts(counts, done);
  sending.sync();
}

function reveal() {
  if (!shown || revealed) return;
  revealed = true;
  revealedAt = performance.now();
  sheet.innerHTML = shown.back;
  typing?.compare(shown, sheet);
  linkMenu(shown, place, true);
  swap($("ask"), $("rate"), buttons[2]);
  if ("speaking" in main.dataset) readAloud();
}

/** Do one thing after the other: each is kept before the next begins. */
function once(work) {
  queue = queue.then(async () => {
    try {
      await work();
      sending.sync();
    } catch (error) {
      // The browser's disk is full or its store is gone, or an undo needs the server: nothing was done.
      say(error instanceof TypeError ? "offline" : "refused");
    }
  });
}

async function keep(whats, at = new Date()) {
  const gesture = whats.length > 1 ? { gesture: newId() } : {};
  const entries = whats.map((what) => ({ ...what, ...gesture, id: newId(), at: at.toISOString() }));
  await outbox.put(...entries);
  return entries;
}

const rate = (rating) =>
  once(async () => {
    if (!revealed) return;
    const card = shown;
    const at = new Date();
    const leech = rating === 1 && card.leech && !("practice" in main.dataset);
    const beside = leech ? leechEntries(card, "leechSuspends" in main.dataset) : [];
    const answer = answerOf(card, rating, at, timer.taken(), "practice" in main.dataset);
    did({ card, answered: true, entries: await keep([answer, ...beside], at) });
    $("leech").hidden = !leech;
    if (leech) $("leech").querySelector("a").href = card.source;
    say("");
    leave([card.card]);
  });

const act = (name, pressedOn = shown) =>
  once(async () => {
    // Pressed twice, the second press was meant for the card that is gone.
    if (!shown || shown.card !== pressedOn?.card) return;
    const card = shown;
    const gone = leaving(name, card);
    did({ card, name, entries: await keep(whatOf(name, card, dayEnds)) });
    $("more").open = false;
    say(gone.length ? "done" : "");
    if (gone.length) leave(gone);
    else redraw(after(name, card));
  });

function did(step) {
  given.push(step);
  taken.length = 0;
  if (step.answered) done += 1;
}

/** Take the cards out of the hand and go on. */
function leave(cards) {
  const gone = new Set(cards);
  for (const card of [shown, ...hand]) if (gone.has(card.card)) counts[card.state] = Math.max(0, counts[card.state] - 1);
  hand = hand.filter((card) => !gone.has(card.card));
  next();
}

function redraw(card) {
  shown = card;
  drawMarks(card);
}

const undo = () =>
  once(async () => {
    const step = given.pop();
    $("leech").hidden = true;
    if (!step) return askToGoBack("undo");
    const undos = await keep(step.entries.map((entry) => undoOf(entry)).reverse());
    taken.push({ step, undos });
    say("undone");
    if (step.answered) done = Math.max(0, done - 1);
    // The answer and its undoing are two more entries of the card.
    if (step.answered) bringBack({ ...step.card, seen: step.card.seen + 2 });
    else if (step.edited || leaving(step.name, step.card).length) bringBack(step.card);
    else if (shown?.card === step.card.card) redraw({ ...shown, flag: step.card.flag, marked: step.card.marked });
    if (step.edited) await refresh();
  });

const redo = () =>
  once(async () => {
    const last = taken.pop();
    if (!last) return askToGoBack("redo");
    const { step, undos } = last;
    await keep(undos.map((entry) => undoOf(entry)).reverse());
    given.push(step);
    say("redone");
    if (step.answered) done += 1;
    if (step.edited) await refresh();
    else if (shown?.card !== step.card.card) return;
    else if (step.answered) leave([step.card.card]);
    else if (leaving(step.name, step.card).length) leave(leaving(step.name, step.card));
    else redraw(after(step.name, step.card));
  });

/** Undo or redo what was done before this page was opened: the server knows what was last. */
async function askToGoBack(way) {
  await outbox.send();
  const reply = await post(`/api/v1/${way}`, { id: newId(), deck: main.dataset.deck });
  if (!reply.entries.length) return say(way === "undo" ? "nothingToUndo" : "nothingToRedo");
  ({ counts, done } = reply);
  say(way === "undo" ? "undone" : "redone");
  if (reply.card) bringBack(reply.card);
  else await refresh();
}

function bringBack(card) {
  if (shown?.card !== card.card) counts[card.state] += 1;
  if (shown && shown.card !== card.card) hand.unshift(shown);
  hand = hand.filter((waiting) => waiting.card !== card.card);
  draw(card);
}

/** Draw the card on the page as the server has it now, its answer if it was shown; go on if it is gone. */
async function refresh() {
  if (!shown) return;
  await outbox.send();
  const wasRevealed = revealed;
  try {
    const { cards } = await get(`/api/v1/queue?${place}&card=${encodeURIComponent(shown.card)}&limit=1`);
    draw(cards[0]);
    if (wasRevealed) reveal();
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 404) throw error;
    next();
  }
}

async function adopt(now) {
  const waiting = await outbox.waiting();
  const held = new Set([...waiting.map(subjectOf), shown?.card]);
  hand = now.cards.filter((card) => !held.has(card.card) && !held.has(card.note));
  dayEnds = now.day_ends;
  if (!waiting.length) {
    ({ counts, done } = now);
    drawCounts(counts, done, shown?.state);
  }
  if (shown || sending.changed) return;
  if (hand.length) next();
  // Everything is answered and stored: the server draws the end of the review.
  else location.replace(`/review?${place}`);
}

function press(how) {
  if (!revealed) reveal();
  else if (how !== "press" || performance.now() - revealedAt > SAME_PRESS_MS) rate(3);
}

/** A digit rates, or after the flag key it flags. */
function digit(number) {
  if (flagging) {
    flagging = false;
    act(`flag-${number}`);
  } else if (number >= 1 && number <= 4) rate(number);
}

async function readAloud() {
  const text = revealed ? shown?.answer : shown?.prompt;
  if (text && !(await speak(text, shown.language)) && saying() === "") say("noVoice");
}

/** Edit the note in a dialog; what was saved there is taken back like anything else. */
async function edit() {
  const card = shown;
  if (!card) return;
  try {
    await outbox.send();
    await openPage($("edit-note").href, (form) => {
      given.push({ card, edited: true, entries: [{ id: form.elements.entry.value, subject: card.note }] });
      taken.length = 0;
      refresh().then(() => say("saved"), () => say("offline"));
    });
  } catch {
    say("offline");
  }
}

const info = () => outbox.send().then(() => openPage($("info").href)).catch(() => say("offline"));
const flag = () => {
  flagging = !flagging;
  say(flagging ? "flagging" : "");
};

control(
  main,
  {
    ...{ show: reveal, press, rate, digit, act, undo, redo, edit, flag, info, speak: readAloud },
    help: () => $("help").showModal(),
    ...Object.fromEntries(["source", "triage"].map((id) => [id, () => $(id).click()])),
  },
  () => performance.now() - revealedAt > SAME_PRESS_MS,
);
addEventListener("online", () => sending.sync());
// Back from another tab or another day: what is left may be something else now.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  sending.sync();
});

// An address that names a card would ask it again after a reload.
history.replaceState(null, "", `/review?${place}`);
// What an earlier page could not send is not asked again while it travels.
const travelling = new Set((await outbox.waiting()).map(subjectOf));
hand = hand.filter((card) => !travelling.has(card.card) && !travelling.has(card.note));
next();
if (start.revealed) reveal();
if (travelling.size) sending.sync();
main.dataset.ready = "";
