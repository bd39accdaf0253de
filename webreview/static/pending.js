// On pages that show counts: send answers that an earlier page could not, then show the counts anew.

import { openOutbox } from "./outbox.js";

try {
  const outbox = await openOutbox();
  if ((await outbox.send()).length) location.reload();
} catch {
  // No server, or a browser that keeps nothing: the answers wait, or there are none.
}
