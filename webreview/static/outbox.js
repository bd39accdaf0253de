// Entries for the log that the server has not yet acknowledged, kept in IndexedDB.
//
// An entry is kept before the page goes on, and let go only after the server said that it is on disk. Tabs share
// the outbox and may send the same entry; its id makes that one entry.

import { post } from "./server.js";

const STORE = "entries";
// keepalive requests may hold 64 KB; an entry is about 250 bytes.
const AT_ONCE = 100;

/** Open the outbox of this browser; rejects where the browser keeps nothing. */
export async function openOutbox() {
  const request = indexedDB.open("kapian-outbox", 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "order", autoIncrement: true });
  return new Outbox(await settled(request));
}

class Outbox {
  #database;

  constructor(database) {
    this.#database = database;
  }

  /** Keep the entries, all or none; resolves when they are stored. */
  put(...entries) {
    const transaction = this.#database.transaction(STORE, "readwrite");
    for (const entry of entries) transaction.objectStore(STORE).add({ entry });
    return committed(transaction);
  }

  /** Return the entries that wait, oldest first. */
  async waiting() {
    return (await this.#rows()).map((row) => row.entry);
  }

  /** Send what waits and return the server's results, [{id, result}, ...]; throws when the server is away. */
  async send() {
    const results = [];
    for (;;) {
      const rows = (await this.#rows()).slice(0, AT_ONCE);
      if (!rows.length) return results;
      const reply = await post("/api/v1/entries", { entries: rows.map((row) => row.entry) });
      await this.#drop(rows);
      results.push(...reply.results);
    }
  }

  #rows() {
    return settled(this.#database.transaction(STORE).objectStore(STORE).getAll());
  }

  #drop(rows) {
    const transaction = this.#database.transaction(STORE, "readwrite");
    for (const row of rows) transaction.objectStore(STORE).delete(row.order);
    return committed(transaction);
  }
}

function settled(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function committed(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
