// The settings page: a key field takes the key that is pressed in it.

// These move about the page or send the form.
const KEPT = ["Tab", "Shift", "Control", "Alt", "Meta", "Escape", "Enter"];

for (const field of document.querySelectorAll("[data-key]")) {
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || KEPT.includes(event.key)) return;
    event.preventDefault();
    field.value = event.key === "Backspace" ? "" : event.key;
  });
}
