// Keep or reject proposed notes, one at a time beside their text; every decision is kept before the page moves on.

import { newId } from "./ids.js";
import { onKeys } from "./keys.js";
import { openOutbox } from "./outbox.js";
import { Refused } from "./server.js";
import { textPane } from "./text_pane.js";

const RETRY_MS = 3_000;
// The entry that a button writes -> the decision that then stands.
const DECISIONS = { accepted: "accepted", adopted: "accepted", rejected: "rejected", postponed: "open" };

const outbox = await openOutbox();
const pane = textPane(document.getElementById("text"));
const notes = [...document.querySelectorAll("#candidates .note")];
const word = document.getElementById("word");
const rest = document.getElementById("rest");
const undoForm = document.getElementById("undo");
// What this tab did, newest last: for each press the notes with the decision before, and the entries that were written.
const REMEMBERED = `decided ${location.pathname}`;
const made = recalled();
let current = -1;
let sending = false;
let retry = 0;
let turn = Promise.resolve();

/** Let quick presses wait for one another: each means the card that the one before left in hand. */
function inTurn(act) {
  return () => (turn = turn.then(act));
}

/** Show the note at this place, and its sentence in the text. */
function take(index) {
  notes[current]?.classList.remove("chosen");
  current = Math.min(Math.max(index, 0), notes.length - 1);
  notes[current].classList.add("chosen");
  pane.show(notes[current].id.slice(2));
}

function focus(index) {
  take(index);
  notes[current].focus({ preventScroll: true });
  notes[current].scrollIntoView({ block: "nearest" });
}

/** The next note after this place that is open; behind the last one it goes on with the first. */
function nextOpen(after) {
  const turn = [...notes.keys()].map((i) => (after + 1 + i) % notes.length);
  return turn.find((i) => notes[i].dataset.decision === "open") ?? after;
}

/** Write what a button says about a note; return the entries that went into the log. */
function entriesFor(note, kind) {
  const about = { note: note.dataset.note };
  if (kind !== "adopted") return [{ kind, ...about }];
  return [{ kind: "edited", ...about, after: JSON.parse(note.dataset.after) }, { kind: "accepted", ...about }];
}

async function write(whats) {
  const gesture = newId();
  const at = new Date().toISOString();
  const entries = whats.map((what, i) => ({ ...what, id: `${gesture}-${i + 1}`, at, gesture }));
  for (const entry of entries) await outbox.put(entry);
  return entries.map((entry) => [entry.note ?? entry.subject, entry.id]);
}

/** Decide on the notes alike; one undo takes it back for all of them. */
async function choose(chosen, kind) {
  const changed = chosen.filter((note) => note.dataset.decision !== DECISIONS[kind]);
  if (!changed.length) return;
  const before = changed.map((note) => [note, note.dataset.decision]);
  for (const note of changed) note.dataset.decision = DECISIONS[kind];
  const entries = await write(changed.flatMap((note) => entriesFor(note, kind)));
  made.push({ before, entries });
  remember();
  drawTally();
  send();
  const last = notes.indexOf(changed.at(-1));
  focus(kind === "postponed" ? last : nextOpen(last));
}

/** Keep what stands for the note in hand: its new wording where one is proposed. */
function keep() {
  const note = notes[current];
  return choose([note], note.dataset.after ? "adopted" : "accepted");
}

/** Leave a card whose sentence was reworded as it is. */
function leave() {
  return notes[current].dataset.after && choose([notes[current]], "accepted");
}

/** Go on without a decision: the note stays open and comes again behind the last one. */
function later() {
  focus(nextOpen(current));
}

/** Follow a link of the note in hand; from there on undo is the server's, which knows what was done on that page. */
function follow(key) {
  const link = notes[current].querySelector(`[data-key="${key}"]`);
  if (link?.offsetParent) link.click();
}

/** Open the form of a card of the learner's own, from the words that are marked in the text. */
function ownCard() {
  const marked = pane.marked();
  if (!marked) return;
  sessionStorage.removeItem(REMEMBERED);
  const asked = new URLSearchParams({ ...marked, back: location.pathname });
  location.assign(`${location.pathname.replace(/triage$/, "notes/new")}?${asked}`);
}

function keepSection() {
  const { section } = notes[current].dataset;
  const waiting = notes.filter((note, i) => i >= current && note.dataset.section === section);
  return choose(waiting.filter((note) => note.dataset.decision === "open" && !note.dataset.after), "accepted");
}

/** Open the note in hand again where it was decided on earlier, else take back what was done last. */
async function undo() {
  const note = notes[current];
  const decidedNow = made.at(-1)?.before.some(([decided]) => decided === note);
  if (note.dataset.decision !== "open" && !decidedNow) {
    await choose([note], "postponed");
    made.pop();
    return remember();
  }
  const press = made.pop();
  // What another tab, another day or another device did is the server's to take back.
  if (!press) return undoForm.submit();
  remember();
  await write(press.entries.map(([subject, entry]) => ({ kind: "undone", subject, entry })).reverse());
  for (const [undone, before] of press.before) undone.dataset.decision = before;
  drawTally();
  send();
  focus(notes.indexOf(press.before[0][0]));
}

/** Keep what can be taken back over a reload of the page. */
function remember() {
  const written = made.map(({ before, entries }) => ({ before: before.map(([note, was]) => [note.id, was]), entries }));
  sessionStorage.setItem(REMEMBERED, JSON.stringify(written));
}

function recalled() {
  const written = JSON.parse(sessionStorage.getItem(REMEMBERED) ?? "[]");
  const known = written.map(({ before, entries }) => ({
    before: before.map(([id, was]) => [document.getElementById(id), was]).filter(([note]) => note),
    entries,
  }));
  return known.filter(({ before }) => before.length);
}

function drawTally() {
  const tally = { open: 0, accepted: 0, rejected: 0 };
  for (const note of notes) tally[note.dataset.decision] += 1;
  for (const part of document.querySelectorAll("#tally [data-decision]")) {
    part.querySelector("dd").textContent = tally[part.dataset.decision];
  }
  rest.hidden = tally.open === 0;
  document.getElementById("finished").hidden = tally.open > 0;
}

async function send() {
  if (sending) return;
  sending = true;
  clearTimeout(retry);
  try {
    while ((await outbox.waiting()).length) await outbox.send();
    word.textContent = "";
  } catch (error) {
    word.textContent = error instanceof Refused ? word.dataset.refused : word.dataset.offline;
    retry = setTimeout(send, RETRY_MS);
  } finally {
    sending = false;
  }
}

for (const [i, note] of notes.entries()) {
  note.addEventListener("focusin", () => i !== current && take(i));
  note.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const kind = event.submitter.value;
    const waits = kind === "postponed" && note.dataset.decision === "open";
    inTurn(waits ? later : () => choose([note], kind))();
  });
}
document.getElementById("candidates").addEventListener("click", (event) => {
  if (event.target.closest("[data-key]")) sessionStorage.removeItem(REMEMBERED);
});
rest.addEventListener("submit", (event) => {
  event.preventDefault();
  inTurn(() => choose(notes.filter((note) => note.dataset.decision === "open"), "accepted"))();
});
undoForm.addEventListener("submit", (event) => {
  event.preventDefault();
  inTurn(undo)();
});
pane.onPress((ids) => focus(notes.findIndex((note) => ids.includes(note.id.slice(2)))));
onKeys({
  a: inTurn(keep),
  A: inTurn(keepSection),
  l: inTurn(leave),
  x: inTurn(() => choose([notes[current]], "rejected")),
  s: inTurn(later),
  u: inTurn(undo),
  "Ctrl+z": inTurn(undo),
  e: inTurn(() => follow("e")),
  n: inTurn(ownCard),
  c: inTurn(() => follow("c")),
  m: inTurn(() => follow("m")),
  j: inTurn(() => focus(current + 1)),
  k: inTurn(() => focus(current - 1)),
});
const asked = notes.findIndex((note) => `#${note.id}` === location.hash);
take(asked >= 0 ? asked : nextOpen(-1));
send();
document.getElementById("main").dataset.ready = "";
