// The document page: a pressed sentence shows its cards beside it, or above the foot of a narrow page.

import { onKeys } from "./keys.js";

const panel = document.getElementById("panel");
let origin = null;

function choose(ids) {
  const wanted = new Set(ids);
  for (const note of panel.querySelectorAll(".note")) note.classList.toggle("chosen", wanted.has(note.id.slice(2)));
  for (const mark of document.querySelectorAll("a.marked")) {
    mark.classList.toggle("chosen", mark.dataset.notes.split(" ").some((id) => wanted.has(id)));
  }
  panel.classList.toggle("open", wanted.size > 0);
  const first = panel.querySelector(".note.chosen");
  if (!first) return;
  const show = () => panel.scrollTo({ top: first.offsetTop - 8 });
  show();
  // Notes above were out of sight and get their true height only now.
  requestAnimationFrame(show);
}

function close() {
  choose([]);
  origin?.focus();
}

document.querySelector(".text").addEventListener("click", (event) => {
  const mark = event.target.closest("a.marked");
  if (!mark) return;
  event.preventDefault();
  origin = mark;
  choose(mark.dataset.notes.split(" "));
});
document.getElementById("close").addEventListener("click", close);
addEventListener("keydown", (event) => {
  if (event.key === "Escape") close();
});

const back = document.getElementById("back");
if (back) onKeys({ d: () => back.click() });

// The link of a card leads to #s-<note>: its sentence, with its cards already open.
const asked = location.hash.match(/^#s-(.+)$/);
if (asked) choose([asked[1]]);
