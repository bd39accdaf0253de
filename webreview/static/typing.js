// A typed answer beside the right one: what is right, what is too much, what is missing.

// Longer answers would take the page more than a blink to compare.
const LONGEST = 1_000;

/** The field for the answer, in the paragraph `place`; `reveal()` is called by Enter in it. */
export class Typing {
  #place;
  #field;

  constructor(place, reveal) {
    this.#place = place;
    this.#field = place.querySelector("input");
    this.#field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      reveal();
    });
  }

  ask(card) {
    this.#place.hidden = false;
    this.#field.value = "";
    this.#field.lang = card.language;
    this.#field.focus({ preventScroll: true });
  }

  /** Show above the answer how what was typed differs from it; nothing where nothing was typed. */
  compare(card, sheet) {
    if (this.#field.value.trim()) sheet.prepend(compared(this.#field.value, card.answer));
    // A hidden field keeps the keys until the page is drawn anew.
    this.#field.blur();
    this.#place.hidden = true;
  }
}

function compared(typed, right) {
  const shown = document.createElement("p");
  shown.className = "compared";
  for (const [kind, text] of pieces([...plain(typed)], [...plain(right)])) {
    const part = document.createElement(kind);
    part.textContent = text;
    shown.append(part);
  }
  return shown;
}

function plain(text) {
  return text.normalize("NFC").trim().slice(0, LONGEST);
}

/** Return [element, text] pairs: "span" is right, "del" was typed and is wrong, "ins" is missing. */
function pieces(typed, right) {
  const common = lengths(typed, right);
  const found = [];
  const add = (kind, mark) => {
    if (found.at(-1)?.[0] === kind) found.at(-1)[1] += mark;
    else found.push([kind, mark]);
  };
  let i = 0;
  let j = 0;
  while (i < typed.length || j < right.length) {
    if (i < typed.length && j < right.length && typed[i] === right[j]) {
      add("span", typed[i]);
      i += 1;
      j += 1;
    } else if (j === right.length || (i < typed.length && common[i + 1][j] >= common[i][j + 1])) add("del", typed[i++]);
    else add("ins", right[j++]);
  }
  return found;
}

/** Return how long the longest common subsequence is from each pair of places on. */
function lengths(typed, right) {
  const common = Array.from({ length: typed.length + 1 }, () => new Uint16Array(right.length + 1));
  for (let i = typed.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      common[i][j] = typed[i] === right[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
    }
  }
  return common;
}
