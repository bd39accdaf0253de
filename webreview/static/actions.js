// What can be done to a card -> entries for the log, and the card as it is afterwards.

/**
 * Return the answer that a button gives, without id and time: a day stays that day, minutes are counted from now on.
 *
 * In practice it leaves the schedule alone.
 */
export function answerOf(card, rating, at, tookMs, practice) {
  if (practice) return { kind: "practised", card: card.card, rating, took_ms: tookMs };
  const { due, wait_ms: wait } = card.buttons[rating - 1];
  return {
    kind: "answered",
    card: card.card,
    rating,
    due: wait === null ? due : new Date(at.getTime() + wait).toISOString(),
    took_ms: tookMs,
    seen: card.seen,
  };
}

/** Return the entries, without ids and times, that the action makes; `dayEnds` is when buried cards come back. */
export function whatOf(name, card, dayEnds) {
  const each = (make) => card.siblings.map(make);
  switch (name) {
    case "bury-card":
      return [{ kind: "buried", card: card.card, until: dayEnds }];
    case "bury-note":
      return each((sibling) => ({ kind: "buried", card: sibling, until: dayEnds }));
    case "suspend-card":
      return [{ kind: "suspended", card: card.card }];
    case "suspend-note":
      return each((sibling) => ({ kind: "suspended", card: sibling }));
    case "delete":
      return [{ kind: "deleted", note: card.note }];
    case "mark":
      return [retagged(card, card.marked ? [] : ["marked"], card.marked ? ["marked"] : [])];
    default:
      return [{ kind: "flagged", card: card.card, flag: flagOf(name, card) }];
  }
}

/** Return the entries that make a card a leech, beside the answer that did it. */
export function leechEntries(card, suspends) {
  const tagged = retagged(card, ["leech"], []);
  return suspends ? [tagged, { kind: "suspended", card: card.card }] : [tagged];
}

/** Return which cards leave the page with this action: none, the card, or all of its note. */
export function leaving(name, card) {
  if (/^(flag|mark)/.test(name)) return [];
  return /card$/.test(name) ? [card.card] : card.siblings;
}

/** Return the card with the flag or mark that the action gives it. */
export function after(name, card) {
  return name === "mark" ? { ...card, marked: !card.marked } : { ...card, flag: flagOf(name, card) };
}

/** Return what takes the entry back. */
export function undoOf(entry) {
  return { kind: "undone", subject: subjectOf(entry), entry: entry.id };
}

/** Return the card or note that an entry is about. */
export function subjectOf(entry) {
  return entry.card ?? entry.note ?? entry.subject;
}

/** The flag that the card has already is taken off. */
function flagOf(name, card) {
  const flag = Number(name.split("-")[1]);
  return flag === card.flag ? 0 : flag;
}

function retagged(card, added, removed) {
  return { kind: "retagged", note: card.note, added, removed };
}
