// On every page: let the browser keep what the review needs without a connection.

// So many decks of the first page are made ready to be reviewed without a connection.
const DECKS_AHEAD = 5;

async function keep() {
  const worker = navigator.serviceWorker;
  await worker.register("/service-worker.js");
  await worker.ready;
  if (!worker.controller) await new Promise((taken) => worker.addEventListener("controllerchange", taken, { once: true }));
  if (!["/", "/review"].includes(location.pathname)) return;
  // Loaded before the worker was there, this page was not kept yet.
  const links = location.pathname === "/" ? [...document.querySelectorAll('main a[href^="/review"]')] : [];
  const ahead = new Set([location.href, ...links.map((link) => link.href)]);
  for (const address of [...ahead].slice(0, DECKS_AHEAD + 1)) await fetch(address);
  document.documentElement.dataset.kept = "";
}

if ("serviceWorker" in navigator) keep().catch(() => {});
