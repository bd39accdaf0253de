// Keys -> actions, for pages that are worked with one key at a time.

const PRESSABLE = "a[href], button, summary, input, select, textarea";
const WRITABLE = "input, select, textarea, [contenteditable]";

/**
 * Call `actions[key]` when the key is pressed; "Ctrl+z" stands for Ctrl or Command with z, "Ctrl+Shift+z" with the
 * shift key too.
 *
 * A held key acts once. What is typed into a field, composed with an input method, pressed on a focused button or
 * link, or pressed while a dialog is open belongs to that element.
 */
export function onKeys(actions) {
  addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.target.closest(WRITABLE)) return;
    if (document.querySelector("dialog[open]")) return;
    const pressing = event.key === "Enter" || event.key === " ";
    const native = pressing && event.target.closest(PRESSABLE);
    const action = actions[chord(event)];
    if (!action) return;
    // A held Enter on a focused button would press it again and again.
    if (event.repeat) event.preventDefault();
    if (event.repeat || native) return;
    event.preventDefault();
    action(pressing ? "press" : "key");
  });
}

function chord(event) {
  if (event.ctrlKey || event.metaKey) return `Ctrl+${event.shiftKey ? "Shift+" : ""}${event.key.toLowerCase()}`;
  // With caps lock a letter is still the same key.
  return event.key.length === 1 && !event.shiftKey ? event.key.toLowerCase() : event.key;
}
