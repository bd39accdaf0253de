// A note's form: its cards below it while it is being filled in, tags completed, Ctrl+Enter saves.
//
// Nothing happens while an input method composes: its half-written characters are not the learner's yet.

const QUIET_MS = 300;

const form = document.querySelector("form[data-preview]");
const preview = document.getElementById("preview");
const tags = document.getElementById("field-tags");
const known = document.getElementById("known-tags");
const names = [...(known?.options ?? [])].map((option) => option.value);
let waiting = 0;
let asked = 0;

async function show() {
  const mine = ++asked;
  const response = await fetch(form.dataset.preview, {
    method: "POST",
    body: new URLSearchParams(new FormData(form)),
  }).catch(() => null);
  // An answer that was overtaken shows what was written before.
  if (!response?.ok || mine !== asked) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const main = page.getElementById("main");
  const heading = document.createElement("h2");
  heading.textContent = main.querySelector("h1").textContent;
  main.querySelector("h1").replaceWith(heading);
  preview.replaceChildren(...main.children);
}

/** Offer each known tag behind those that are written already. */
function complete() {
  const before = tags.value.slice(0, tags.value.lastIndexOf(" ") + 1);
  known.replaceChildren(...names.map((name) => new Option("", before + name)));
}

function changed() {
  clearTimeout(waiting);
  waiting = setTimeout(show, QUIET_MS);
}

if (tags && known) {
  tags.setAttribute("list", known.id);
  tags.addEventListener("input", (event) => event.isComposing || complete());
}
form.addEventListener("input", (event) => event.isComposing || changed());
form.addEventListener("compositionend", changed);
form.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});
show();
