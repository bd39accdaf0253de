// The text of a document beside its notes: the sentence of the note in hand is marked and in sight.

/** Return what can be done with the pane: `show` a note's sentence, and call `onPress` with the notes of a sentence. */
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

  return { show, onPress };
}
