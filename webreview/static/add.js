// The add page: take files that are dropped, say that work has begun, and send once however often the button is pressed.

const form = document.getElementById("add");
const make = document.getElementById("make");
const busy = document.getElementById("busy");

form.addEventListener("submit", () => {
  // A disabled button is not part of the form's data; it is disabled after the data was taken.
  setTimeout(() => {
    make.disabled = true;
    busy.textContent = form.dataset.busy;
  });
});
// Back from the next page, the browser shows this one as it was left.
addEventListener("pageshow", () => {
  make.disabled = false;
  busy.textContent = "";
});

// Files may be dropped anywhere on the page; a browser would open them otherwise.
const files = document.getElementById("file");
document.getElementById("drop-hint").hidden = false;
addEventListener("dragover", (event) => {
  if (!event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  form.classList.add("dropping");
});
addEventListener("dragleave", (event) => {
  if (event.relatedTarget === null) form.classList.remove("dropping");
});
addEventListener("drop", (event) => {
  form.classList.remove("dropping");
  if (event.dataTransfer.files.length === 0) return;
  event.preventDefault();
  files.files = event.dataTransfer.files;
  make.focus();
});
