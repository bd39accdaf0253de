// Pages of the server shown in a dialog over this one: the same page, without its frame.

const dialog = document.getElementById("dialog");

/**
 * Show the page at `address`; `saved(form)` is called when a form in it was accepted.
 *
 * A form that is refused is shown again with what the server says. Throws where no server answers.
 */
export async function openPage(address, saved = () => {}) {
  const response = await fetch(address, { cache: "no-store" });
  show(await response.text());
  dialog.onclick = (event) => {
    if (!event.target.closest("[data-close]")) return;
    event.preventDefault();
    dialog.close();
  };
  dialog.onkeydown = (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    dialog.querySelector("form")?.requestSubmit();
  };
  dialog.onsubmit = async (event) => {
    event.preventDefault();
    const form = event.target;
    const answer = await fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      redirect: "manual",
    }).catch(() => null);
    // The server leads on after it has stored the form.
    if (answer?.type === "opaqueredirect") {
      dialog.close();
      saved(form);
    } else if (answer) show(await answer.text());
  };
  if (!dialog.open) dialog.showModal();
}

function show(html) {
  const main = new DOMParser().parseFromString(html, "text/html").getElementById("main");
  const heading = document.createElement("h2");
  const own = main.querySelector("h1");
  heading.id = "dialog-heading";
  heading.textContent = own.textContent;
  own.replaceWith(heading);
  dialog.replaceChildren(...main.children);
  dialog.querySelector("textarea, input[type=text]")?.focus();
}
