// Keys -> actions, for pages that are worked with one key at a time.

const PRESSABLE = "a[href], button, summary, input, select, textarea";
const WRITABLE = "input, select, textarea, [contenteditable]";

/**
 * Call `actions[key]` when the key is pressed; "Ctrl+z" stands for Ctrl or Command with z.
 *
 * A held key acts once. What is typed into a field, composed with an input method, or pressed on a focused
 * button or link belongs to that element.
 */
export function onKeys(actions) {
  addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.target.closest(WRITABLE)) return;
    const chord = event.ctrlKey || event.metaKey ? `Ctrl+${event.key.toLowerCase()}` : event.key;
    const pressing = event.key === "Enter" || event.key === " ";
    const native = pressing && event.target.closest(PRESSABLE);
    const action = actions[chord] ?? actions[chord.toLowerCase()];
    if (!action) return;
    // A held Enter on a focused button would press it again and again.
    if (event.repeat) event.preventDefault();
    if (event.repeat || native) return;
    event.preventDefault();
    action(pressing ? "press" : "key");
  });
}
