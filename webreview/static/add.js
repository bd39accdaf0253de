// The add page: say that work has begun, and send once however often the button is pressed.

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
