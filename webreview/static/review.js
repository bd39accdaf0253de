// The review page: the next card is drawn at once; answers travel behind it, through the outbox.
//
// The server's page works by forms alone. This module takes over once the outbox is open: it holds the next
// cards with what their buttons promise, keeps each answer before it draws the next card, and asks for the queue
// anew whenever answers have arrived. `hand` are the cards to come, `shown` the one on the page, `given` the
// answers of this page that can be taken back without asking the server which was last.

import { newId } from "./ids.js";
import { onKeys } from "./keys.js";
import { openOutbox } from "./outbox.js";
import { get, post, Refused } from "./server.js";

// Anki's cap: a learner who went for tea did not think for an hour.
const LONGEST_TOOK_MS = 60_000;
// A second tap or space within this time after the answer was shown is the same press, come twice.
const SAME_PRESS_MS = 250;
const RETRY_MS = 3_000;

const $ = (id) => document.getElementById(id);
const main = $("main");
const deck = main.dataset.deck;
const sheet = $("sheet");
const word = $("word");
const buttons = [...$("rate").querySelectorAll("button")];

const outbox = await openOutbox();
const start = JSON.parse($("queue").textContent);
let { cards: hand, counts, done } = start;
let shown = null;
let revealed = false;
let drawnAt = 0;
let revealedAt = 0;
const given = [];

let syncing = false;
let changed = false;
let retry = 0;
let keeping = false;

/** Draw the next card of the hand, or wait for the server where the hand is empty. */
function next() {
  const card = hand.shift();
  if (card) draw(card);
  else rest();
}

function draw(card) {
  shown = card;
  revealed = false;
  drawnAt = performance.now();
  sheet.innerHTML = card.front;
  sheet.scrollTop = 0;
  $("source").href = card.source;
  $("source").hidden = false;
  swap($("rate"), $("ask"), $("show"));
  card.buttons.forEach((button, i) => (buttons[i].querySelector(".interval").textContent = button.interval));
  drawCounts();
}

/** Show one row of buttons for the other; who had tabbed to the one goes on at the other. */
function swap(from, to, focus) {
  const held = from.contains(document.activeElement);
  from.hidden = true;
  to.hidden = false;
  if (held) focus.focus();
}

function rest() {
  shown = null;
  revealed = false;
  sheet.replaceChildren();
  $("ask").hidden = $("rate").hidden = $("source").hidden = true;
  drawCounts();
  changed = true;
  sync();
}

function drawCounts() {
  let left = 0;
  for (const part of document.querySelectorAll(".counts [data-state]")) {
    const state = part.dataset.state;
    part.querySelector("dd").textContent = counts[state];
    part.classList.toggle("current", shown?.state === state);
    left += counts[state];
  }
  const progress = document.querySelector("progress");
  progress.max = done + left || 1;
  progress.value = done;
}

function reveal() {
  if (!shown || revealed) return;
  revealed = true;
  revealedAt = performance.now();
  sheet.innerHTML = shown.back;
  swap($("ask"), $("rate"), buttons[2]);
}

/** Keep the answer, then draw the next card. Until it is kept, further presses are the same press. */
async function rate(rating) {
  if (!revealed || keeping) return;
  keeping = true;
  try {
    const card = shown;
    const at = new Date();
    const entry = {
      kind: "answered",
      id: newId(),
      at: at.toISOString(),
      card: card.card,
      rating,
      due: dueAfter(card.buttons[rating - 1], at),
      took_ms: Math.min(LONGEST_TOOK_MS, Math.round(performance.now() - drawnAt)),
      seen: card.seen,
    };
    await outbox.put(entry);
    given.push({ card, entry: entry.id });
    counts[card.state] = Math.max(0, counts[card.state] - 1);
    done += 1;
    say("");
    next();
    changed = true;
    sync();
  } catch {
    // The browser's disk is full or its store is gone: nothing was kept, so the card stays.
    say("refused");
  } finally {
    keeping = false;
  }
}

/** The button's promise: a day stays that day, minutes are counted from the answer. */
function dueAfter(button, at) {
  return button.wait_ms === null ? button.due : new Date(at.getTime() + button.wait_ms).toISOString();
}

async function undo() {
  if (keeping) return;
  keeping = true;
  try {
    const last = given.pop();
    if (last) {
      await outbox.put({ kind: "undone", id: newId(), at: new Date().toISOString(), subject: last.card.card, entry: last.entry });
      counts[last.card.state] += 1;
      done = Math.max(0, done - 1);
      // The answer and its undoing are two more entries of the card.
      bringBack({ ...last.card, seen: last.card.seen + 2 });
    } else {
      const reply = await post("/api/v1/undo", { id: newId(), deck });
      if (!reply.entries.length) return say("nothingToUndo");
      counts = reply.counts;
      done = reply.done;
      if (reply.card) bringBack(reply.card);
    }
    say("undone");
    changed = true;
    sync();
  } catch {
    say("offline");
  } finally {
    keeping = false;
  }
}

function bringBack(card) {
  if (shown && shown.card !== card.card) hand.unshift(shown);
  hand = hand.filter((waiting) => waiting.card !== card.card);
  draw(card);
}

/** Send what waits, then take the queue as the server sees it; one at a time, again when more has come. */
async function sync() {
  if (syncing) return;
  syncing = true;
  clearTimeout(retry);
  try {
    while (changed) {
      changed = false;
      report(await outbox.send());
      await adopt(await get(`/api/v1/queue?deck=${encodeURIComponent(deck)}`));
    }
    if (word.dataset.saying === "offline" || word.dataset.saying === "waiting") say("");
  } catch (error) {
    // The deck is gone: the server's own page says so.
    if (error instanceof Refused && error.status === 404) return location.reload();
    changed = true;
    say(error instanceof Refused ? "refused" : shown ? "offline" : "waiting");
    retry = setTimeout(sync, RETRY_MS);
  } finally {
    syncing = false;
  }
}

async function adopt(queue) {
  const waiting = (await outbox.waiting()).filter((entry) => entry.kind === "answered").map((entry) => entry.card);
  const held = new Set([...waiting, shown?.card]);
  hand = queue.cards.filter((card) => !held.has(card.card));
  if (!waiting.length) {
    ({ counts, done } = queue);
    drawCounts();
  }
  if (shown || changed) return;
  if (hand.length) next();
  // Everything is answered and stored: the server draws the end of the review.
  else location.replace(`/review?deck=${encodeURIComponent(deck)}`);
}

function report(results) {
  const kinds = new Set(results.map((answer) => answer.result));
  if (kinds.has("second answer")) say("notCounted");
  else if (kinds.has("unknown")) say("unknown");
}

function say(what) {
  word.dataset.saying = what;
  word.textContent = what ? word.dataset[what] : "";
}

function press(how) {
  if (!revealed) reveal();
  else if (how !== "press" || performance.now() - revealedAt > SAME_PRESS_MS) rate(3);
}

$("show").addEventListener("click", (event) => {
  event.preventDefault();
  reveal();
});
$("ratings").addEventListener("submit", (event) => event.preventDefault());
for (const button of buttons) {
  button.addEventListener("click", () => {
    if (performance.now() - revealedAt > SAME_PRESS_MS) rate(Number(button.value));
  });
}
$("undo").addEventListener("submit", (event) => {
  event.preventDefault();
  undo();
});
onKeys({
  " ": press,
  Enter: press,
  1: () => rate(1),
  2: () => rate(2),
  3: () => rate(3),
  4: () => rate(4),
  u: undo,
  "Ctrl+z": undo,
  s: () => $("source").click(),
  d: () => $("source").click(),
});
addEventListener("online", sync);
// Back from another tab or another day: what is left may be something else now.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  changed = true;
  sync();
});

// An address that names a card would ask it again after a reload.
history.replaceState(null, "", `/review?deck=${encodeURIComponent(deck)}`);
// Answers that an earlier page could not send are not asked again while they travel.
const travelling = new Set((await outbox.waiting()).map((entry) => entry.card));
hand = hand.filter((card) => !travelling.has(card.card));
next();
if (start.revealed) reveal();
if (travelling.size) {
  changed = true;
  sync();
}
main.dataset.ready = "";
