// The text of a document beside its notes: the sentence of the note in hand is marked and in sight.

/**
 * Return what can be done with the pane: `show` a note's sentence, call `onPress` with the notes of a sentence, and
 * ask for the words that are `marked`.
 */
export function textPane(pane) {
  const marks = [...pane.querySelectorAll("a.marked")];
  const belongs = (mark, id) => mark.dataset.notes.split(" ").includes(id);

  function show(id) {
    for (const mark of marks) mark.classList.toggle("chosen", belongs(mark, id));
    const first = marks.find((mark) => belongs(mark, id));
    if (!first || !pane.offsetParent) return;
    // Only the pane moves: the note in hand stays where it is.
    const there = first.getBoundingClientRect();
    const here = pane.getBoundingClientRect();
    const margin = here.height / 4;
    if (there.top < here.top + margin || there.bottom > here.bottom - margin) {
      pane.scrollTop += there.top - here.top - here.height / 3;
    }
  }

  function onPress(act) {
    pane.addEventListener("click", (event) => {
      const mark = event.target.closest("a.marked");
      if (!mark) return;
      event.preventDefault();
      act(mark.dataset.notes.split(" "));
    });
  }

  /** Return the words that the reader marked in one block, and about where they stand in it; null for none. */
  function marked() {
    const selection = getSelection();
    const words = selection.toString().trim();
    const block = selection.anchorNode?.parentElement?.closest("[data-block]");
    if (!words || !block || !pane.contains(block) || !block.contains(selection.focusNode)) return null;
    const before = document.createRange();
    before.selectNodeContents(block);
    const range = selection.getRangeAt(0);
    before.setEnd(range.startContainer, range.startOffset);
    // The server counts code points, the browser UTF-16 units.
    return { block: block.dataset.block, start: [...before.toString()].length, words };
  }

  return { show, onPress, marked };
}
