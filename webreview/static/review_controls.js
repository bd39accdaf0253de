// The keys, buttons and swipes of the review page -> what they do.

import { onKeys } from "./keys.js";
import { canSpeak } from "./speech.js";
import { onSwipes } from "./swipes.js";

const RATINGS = ["again", "hard", "good", "easy"];

const $ = (id) => document.getElementById(id);

/**
 * Let every control of the page call what it is named after in `does`: show, press, rate(n), digit(n), act(name), undo,
 * redo, edit, info, help, flag, speak, source. `rateable()` tells whether a tap on a rating is meant.
 */
export function control(main, does, rateable) {
  onClick("show", does.show);
  onClick("info", does.info);
  onClick("edit-note", does.edit);
  onClick("speak", does.speak);
  onClick("show-help", does.help);
  onSubmit("ratings", () => {});
  onSubmit("undo", does.undo);
  onSubmit("redo", does.redo);
  onSubmit("actions", (button) => does.act(button.value));
  for (const button of $("rate").querySelectorAll("button")) {
    button.addEventListener("click", () => rateable() && does.rate(Number(button.value)));
  }
  closeFromOutside($("more"));
  $("speak").hidden = !canSpeak;
  $("show-help").hidden = false;
  if ("swiping" in main.dataset) onSwipes($("sheet"), { tap: does.show, left: () => does.rate(1), right: () => does.rate(3) });
  onKeys({ "Ctrl+z": does.undo, "Ctrl+Shift+z": does.redo, "Ctrl+y": does.redo, ...ownKeys(main.dataset.keys, does) });
}

/** Return the actions of single keys, from the page's JSON of their names; none where keys are off. */
function ownKeys(keys, does) {
  if (!keys) return {};
  const actions = { Enter: does.press, s: does.source };
  for (const number of [0, 5, 6, 7]) actions[number] = () => does.digit(number);
  for (const [name, key] of Object.entries(JSON.parse(keys))) {
    if (RATINGS.includes(name)) actions[key] = () => does.digit(RATINGS.indexOf(name) + 1);
    else if (name === "show") actions[key] = does.press;
    else actions[key] = does[name] ?? (() => does.act(name));
  }
  return actions;
}

function onClick(id, what) {
  $(id).addEventListener("click", (event) => {
    event.preventDefault();
    what();
  });
}

function onSubmit(id, what) {
  $(id).addEventListener("submit", (event) => {
    event.preventDefault();
    what(event.submitter);
  });
}

/** Escape and a press beside the menu close it; who was in it is at its button again. */
function closeFromOutside(menu) {
  addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open || document.querySelector("dialog[open]")) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}
