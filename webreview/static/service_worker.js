// The review without a server: what was loaded last is shown where no connection is, also after the tab was killed.
//
// Put behind `FILES`, the addresses of all static files of this version. Nothing that changes anything passes through
// here: answers wait in the page's outbox. On plain-HTTP addresses of a local network browsers have no such workers, and
// everything else works without.

const STATIC = "kapian-static";
const PAGES = "kapian-pages";
const MEDIA = "kapian-media";
const OFFLINE = "/offline";

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  const answer = answerTo(request, url);
  if (answer) event.respondWith(answer);
});

async function install() {
  const kept = await caches.open(STATIC);
  await kept.addAll(FILES);
  // An open page still shows the version before, whose files are let go when the one after this comes.
  const versions = new Set([FILES[0].split("/")[2], ...(await lastVersion(kept))]);
  for (const request of await kept.keys()) {
    if (!versions.has(new URL(request.url).pathname.split("/")[2])) await kept.delete(request);
  }
  await (await caches.open(PAGES)).add(OFFLINE);
  await self.skipWaiting();
}

/** Return the version that was installed before this one, if there is one. */
async function lastVersion(kept) {
  const versions = (await kept.keys()).map((request) => new URL(request.url).pathname.split("/")[2]);
  return versions.filter((version) => version !== FILES[0].split("/")[2]).slice(-1);
}

/** Return the promise of an answer, or nothing where the browser asks the server itself. */
function answerTo(request, url) {
  if (url.pathname.startsWith("/static/")) return unchanging(STATIC, request);
  if (url.pathname.startsWith("/media/")) return unchanging(MEDIA, request);
  if (url.pathname === "/") return newest(request, "/").catch(offline);
  // The cards of a search change with every answer: they are not kept.
  if (url.searchParams.has("search")) return request.mode === "navigate" ? fetch(request).catch(offline) : null;
  if (url.pathname === "/review") return review(request, url.searchParams.get("deck") ?? "");
  if (url.pathname === "/api/v1/queue" && !url.searchParams.has("card")) return queue(request, url);
  return request.mode === "navigate" ? fetch(request).catch(offline) : null;
}

async function unchanging(name, request) {
  const kept = await caches.open(name);
  const known = await kept.match(request);
  if (known) return known;
  const response = await fetch(request);
  if (response.ok) await kept.put(request, response.clone());
  return response;
}

/** Return what the server says and keep it under `key`; what was kept where there is no server. */
async function newest(request, key) {
  const pages = await caches.open(PAGES);
  let response;
  try {
    response = await fetch(request);
  } catch (error) {
    const known = await pages.match(key);
    if (!known) throw error;
    return known;
  }
  if (response.ok && !response.redirected && response.type === "basic") await pages.put(key, response.clone());
  return response;
}

/** The queue is kept for the page, and its pictures with it; where there is no server the page is told so. */
async function queue(request, url) {
  const response = await fetch(request);
  if (response.ok) {
    await (await caches.open(PAGES)).put(queueOf(url.searchParams.get("deck") ?? ""), response.clone());
    keepPictures(await response.clone().text());
  }
  return response;
}

async function review(request, deck) {
  const key = `/review?deck=${deck}`;
  try {
    const page = await fetch(request);
    if (page.ok && !page.redirected && page.type === "basic") {
      await (await caches.open(PAGES)).put(key, page.clone());
      keepPictures(await page.clone().text());
    }
    return page;
  } catch {
    const pages = await caches.open(PAGES);
    const page = await pages.match(key);
    return page ? withQueue(page, await pages.match(queueOf(deck))) : offline();
  }
}

/** Return the page with the queue that came after it: what was answered since is not asked again. */
async function withQueue(page, queue) {
  const html = await page.text();
  const later = queue && new Date(queue.headers.get("date")) >= new Date(page.headers.get("date"));
  const json = later ? (await queue.text()).replaceAll("<", "\\u003c") : null;
  const place = /(<script type="application\/json" id="queue">)[^<]*(<\/script>)/;
  return new Response(json ? html.replace(place, (_, begin, end) => begin + json + end) : html, {
    headers: page.headers,
  });
}

async function keepPictures(text) {
  const kept = await caches.open(MEDIA);
  for (const [address] of text.matchAll(/\/media\/[\w.%-]+/g)) {
    if (!(await kept.match(address))) await kept.add(address).catch(() => {});
  }
}

async function offline() {
  return (await caches.match(OFFLINE)) ?? Response.error();
}

function queueOf(deck) {
  return `/api/v1/queue?deck=${deck}`;
}
