// The table of cards by keyboard: j and k go, Enter shows, x chooses, Shift+x chooses up to here, e edits, / searches,
// u undoes.

import { onKeys } from "./keys.js";

const search = document.getElementById("q");
const undo = document.getElementById("undo");
const form = document.getElementById("change");
const rows = [...document.querySelectorAll("#cards tbody tr")];
const boxes = rows.map((row) => row.querySelector("input[name=card]"));
const preview = document.getElementById("preview");
const whole = document.getElementById("page");
let current = -1;
let last = 0;

function focus(index) {
  if (!rows.length) return;
  current = Math.min(Math.max(index, 0), rows.length - 1);
  rows[current].querySelector("th a").focus();
}

function choose(index, to = !boxes[index].checked) {
  boxes[index].checked = to;
  last = index;
  draw();
}

/** Choose all from the last one that was chosen to this one. */
function chooseUpTo(index) {
  const [from, to] = [Math.min(last, index), Math.max(last, index)];
  for (let i = from; i <= to; i++) boxes[i].checked = true;
  draw();
}

/** Show both sides of the row's card beside the table; where no server answers, the link leads there. */
async function show(index) {
  const link = rows[index].querySelector("th a");
  const response = await fetch(link.href, { cache: "no-store" }).catch(() => null);
  if (!response?.ok) return location.assign(link.href);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  page.querySelector("main h1").remove();
  preview.replaceChildren(...page.querySelector("main").children);
  preview.hidden = false;
  current = index;
}

function close() {
  preview.hidden = true;
  if (current >= 0) focus(current);
}

function draw() {
  const chosen = boxes.filter((box) => box.checked).length;
  whole.checked = chosen === boxes.length;
  whole.indeterminate = chosen > 0 && !whole.checked;
  document.getElementById("chosen").textContent = chosen ? `(${chosen})` : "";
  for (const [i, row] of rows.entries()) row.classList.toggle("chosen", boxes[i].checked);
}

if (form) {
  whole.hidden = false;
  whole.addEventListener("change", () => {
    for (const box of boxes) box.checked = whole.checked;
    draw();
  });
  for (const [i, row] of rows.entries()) {
    row.addEventListener("focusin", () => {
      current = i;
      if (!preview.hidden) show(i);
    });
    row.querySelector("th a").addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(i);
    });
    boxes[i].addEventListener("click", (event) => {
      if (event.shiftKey && boxes[i].checked) chooseUpTo(i);
      last = i;
      draw();
    });
  }
  // Enter in a field presses the button beside it, not the first one of the form.
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !event.target.matches("input[type=text]")) return;
    event.preventDefault();
    event.target.parentElement.querySelector("button")?.click();
  });
  preview.addEventListener("click", (event) => {
    if (!event.target.closest("[data-close]")) return;
    event.preventDefault();
    close();
  });
  draw();
}

onKeys({
  Escape: () => !preview?.hidden && close(),
  j: () => focus(current + 1),
  k: () => focus(current - 1),
  ArrowDown: () => focus(current + 1),
  ArrowUp: () => focus(current - 1),
  x: () => current >= 0 && choose(current),
  X: () => current >= 0 && chooseUpTo(current),
  e: () => current >= 0 && location.assign(rows[current].querySelector("th a").dataset.edit),
  "/": () => search.select(),
  u: () => undo?.requestSubmit(),
  "Ctrl+z": () => undo?.requestSubmit(),
});
document.getElementById("main").dataset.ready = "";
