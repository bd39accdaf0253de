// Names for what the learner does, made here so that one thing sent twice is one thing.

/** Return 32 random hex digits. crypto.randomUUID does not exist on plain-HTTP addresses of a local network. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
