// What was done goes to the server, and the queue comes back: one at a time, again when more has been done.

import { say, saying } from "./review_page.js";
import { get, Refused } from "./server.js";

const RETRY_MS = 3_000;

export class Sending {
  #outbox;
  #address;
  #adopt;
  #hasCard;
  #busy = false;
  #retry = 0;
  /** Whether something was done since the queue was last asked for. */
  changed = false;

  /** `adopt(queue)` takes the queue of `address` over; `hasCard()` tells whether a card is on the page. */
  constructor(outbox, address, { adopt, hasCard }) {
    this.#outbox = outbox;
    this.#address = address;
    this.#adopt = adopt;
    this.#hasCard = hasCard;
  }

  /** Send what waits, then take the queue as the server sees it. */
  async sync() {
    this.changed = true;
    if (this.#busy) return;
    this.#busy = true;
    clearTimeout(this.#retry);
    try {
      while (this.changed) {
        this.changed = false;
        const away = ["offline", "waiting"].includes(saying());
        report(await this.#outbox.send(), away);
        await this.#adopt(await get(this.#address));
      }
    } catch (error) {
      // The deck is gone: the server's own page says so.
      if (error instanceof Refused && error.status === 404) return location.reload();
      this.changed = true;
      say(error instanceof Refused ? "refused" : this.#hasCard() ? "offline" : "waiting");
      this.#retry = setTimeout(() => this.sync(), RETRY_MS);
    } finally {
      this.#busy = false;
    }
  }
}

function report(results, away) {
  if (away) say("sent", results.length);
  const kinds = new Set(results.map((answer) => answer.result));
  if (kinds.has("second answer")) say("notCounted");
  else if (kinds.has("unknown")) say("unknown");
}
