// Keep or reject proposed notes: a key or a button each; every decision is kept before the page moves on.

import { newId } from "./ids.js";
import { onKeys } from "./keys.js";
import { openOutbox } from "./outbox.js";
import { Refused } from "./server.js";

const RETRY_MS = 3_000;
// The entry that a button writes -> the decision that then stands.
const DECISIONS = { accepted: "accepted", rejected: "rejected", postponed: "open" };

const outbox = await openOutbox();
const notes = [...document.querySelectorAll(".note")];
const word = document.getElementById("word");
const rest = document.getElementById("rest");
// What this tab decided, newest last: a list of [article, the decision before] for each press.
const REMEMBERED = `decided ${location.pathname}`;
const made = recalled();
let current = Math.max(0, notes.findIndex((note) => note.dataset.decision === "open"));
let sending = false;
let retry = 0;

function take(index) {
  notes[current]?.classList.remove("chosen");
  current = Math.min(Math.max(index, 0), notes.length - 1);
  notes[current]?.classList.add("chosen");
}

function focus(index) {
  take(index);
  notes[current]?.focus({ preventScroll: true });
  notes[current]?.scrollIntoView({ block: "center" });
}

async function decide(note, kind) {
  await outbox.put({ kind, id: newId(), at: new Date().toISOString(), note: note.dataset.note });
  note.dataset.decision = DECISIONS[kind];
}

/** Decide on the notes alike; one undo takes it back for all of them. */
async function choose(chosen, kind) {
  const changed = chosen.filter((note) => note.dataset.decision !== DECISIONS[kind]);
  if (!changed.length) return;
  made.push(changed.map((note) => [note, note.dataset.decision]));
  remember();
  for (const note of changed) await decide(note, kind);
  drawTally();
  send();
  const last = notes.indexOf(changed.at(-1));
  const open = notes.findIndex((note, i) => i > last && note.dataset.decision === "open");
  focus(kind === "postponed" || open < 0 ? last : open);
}

/** Open the note in hand again where it was decided on earlier, else take back what this tab decided last. */
async function undo() {
  const note = notes[current];
  const decidedNow = made.at(-1)?.some(([decided]) => decided === note);
  const last = note.dataset.decision !== "open" && !decidedNow ? [[note, "open"]] : made.pop();
  if (!last) return;
  remember();
  for (const [note, before] of last) {
    await decide(note, Object.keys(DECISIONS).find((kind) => DECISIONS[kind] === before));
  }
  drawTally();
  send();
  focus(notes.indexOf(last[0][0]));
}

/** Keep what can be taken back over a reload of the page. */
function remember() {
  sessionStorage.setItem(REMEMBERED, JSON.stringify(made.map((press) => press.map(([note, before]) => [note.id, before]))));
}

function recalled() {
  const presses = JSON.parse(sessionStorage.getItem(REMEMBERED) ?? "[]");
  const known = presses.map((press) => press.map(([id, before]) => [document.getElementById(id), before]));
  return known.map((press) => press.filter(([note]) => note)).filter((press) => press.length);
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
  note.addEventListener("focusin", () => take(i));
  note.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    choose([note], event.submitter.value);
  });
}
rest.addEventListener("submit", (event) => {
  event.preventDefault();
  choose(notes.filter((note) => note.dataset.decision === "open"), "accepted");
});
onKeys({
  a: () => choose([notes[current]], "accepted"),
  x: () => choose([notes[current]], "rejected"),
  u: undo,
  "Ctrl+z": undo,
  j: () => focus(current + 1),
  k: () => focus(current - 1),
  ArrowDown: () => focus(current + 1),
  ArrowUp: () => focus(current - 1),
});
take(current);
send();
document.getElementById("main").dataset.ready = "";
