// The page of an arrival: look again until the work is done. Without scripts the page reloads itself.

const WAIT_MS = 700;
const WAIT_OFFLINE_MS = 3000;

async function look() {
  let answer;
  try {
    answer = await fetch(location.href, { cache: "no-store" });
  } catch {
    setTimeout(look, WAIT_OFFLINE_MS);
    return;
  }
  // One document without remarks: its cards are shown at once.
  if (answer.redirected) {
    location.replace(answer.url);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("arrival");
  if (fresh?.dataset.state !== "working") {
    // Its forms are others, and a reader of the screen shall be told from the heading on.
    location.reload();
    return;
  }
  document.getElementById("arrival").replaceWith(fresh);
  setTimeout(look, WAIT_MS);
}

setTimeout(look, WAIT_MS);
