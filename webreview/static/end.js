// The end of a review: undo by key, and back to work when the next learning card is due.

import { onKeys } from "./keys.js";

const undo = document.getElementById("undo");
const takeBack = () => undo.requestSubmit();
onKeys({ u: takeBack, "Ctrl+z": takeBack });

const wait = document.getElementById("main").dataset.next;
if (wait) setTimeout(() => location.reload(), Number(wait) + 500);
document.getElementById("main").dataset.ready = "";
