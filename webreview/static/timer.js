// How long the card has been on the page.

// Anki's cap: a learner who went for tea did not think for an hour.
const LONGEST_MS = 60_000;

export class Timer {
  #place;
  #begun = 0;
  #running = 0;

  /** `place` shows the seconds; null where the learner does not want to see them. */
  constructor(place) {
    this.#place = place;
  }

  start() {
    this.#begun = performance.now();
    clearInterval(this.#running);
    if (!this.#place) return;
    this.#draw();
    this.#running = setInterval(() => {
      this.#draw();
      if (this.taken() === LONGEST_MS) clearInterval(this.#running);
    }, 1000);
  }

  /** Return the milliseconds since the card was drawn, at most a minute. */
  taken() {
    return Math.min(LONGEST_MS, Math.round(performance.now() - this.#begun));
  }

  #draw() {
    this.#place.textContent = `${Math.floor(this.taken() / 1000)} s`;
  }

  stop() {
    clearInterval(this.#running);
  }
}
