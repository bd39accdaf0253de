// The parts of the review page around the card: counts, marks, notices, the row of buttons.

const $ = (id) => document.getElementById(id);
const word = $("word");

/** Show how many cards are left, and that the one on the page is in `state`. */
export function drawCounts(counts, done, state) {
  let left = 0;
  for (const part of document.querySelectorAll(".counts [data-state]")) {
    part.querySelector("dd").textContent = counts[part.dataset.state];
    part.classList.toggle("current", part.dataset.state === state);
    left += counts[part.dataset.state];
  }
  const progress = document.querySelector("progress");
  progress.max = done + left || 1;
  progress.value = done;
}

/** Show the card's flag and whether its note is marked. */
export function drawMarks(card) {
  const marks = $("marks");
  const flag = marks.querySelector(".flag");
  flag.hidden = card.flag === 0;
  flag.dataset.flag = card.flag;
  flag.querySelector("span").textContent = JSON.parse(marks.dataset.names)[card.flag];
  marks.querySelector(".mark").hidden = !card.marked;
  for (const button of document.querySelectorAll(".flags button")) {
    button.setAttribute("aria-pressed", Number(button.dataset.flag) === card.flag);
  }
}

/** Let the links lead to this card and back, to its answer if it was shown. */
export function linkMenu(card, place, revealed) {
  const back = encodeURIComponent(`/review?${place}&${revealed ? "show" : "card"}=${encodeURIComponent(card.card)}`);
  $("source").href = `${card.source}?back=${back}`;
  $("triage").href = `${card.source}?triage=true`;
  $("info").href = `/cards/${encodeURIComponent(card.card)}?back=${back}`;
  $("edit-note").href = `/notes/${encodeURIComponent(card.note)}/edit?back=${back}`;
}

/** Show one row of buttons for the other; who had tabbed to the one goes on at the other. */
export function swap(from, to, focus) {
  const held = from.contains(document.activeElement);
  from.hidden = true;
  to.hidden = false;
  if (held) focus.focus();
}

/** Say a sentence of the page by its name, with a number behind it if there is one; "" says nothing. */
export function say(what, number = "") {
  word.dataset.saying = what;
  word.textContent = what ? `${word.dataset[what]} ${number}`.trim() : "";
}

/** Return the name of what is said now. */
export function saying() {
  return word.dataset.saying ?? "";
}
