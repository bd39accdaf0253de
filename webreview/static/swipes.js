// Swipes over an element, for thumbs: a tap, to the left, to the right.

const SHORTEST_SWIPE = 80;
const LONGEST_TAP = 10;

/** Call `tap`, `left` or `right` when a finger did that on the element; what scrolls up or down is neither. */
export function onSwipes(element, { tap, left, right }) {
  let begun = null;
  element.addEventListener("touchstart", (event) => (begun = event.touches.length === 1 ? event.touches[0] : null), {
    passive: true,
  });
  element.addEventListener("touchend", (event) => {
    if (!begun || event.target.closest("a, button, summary")) return;
    const across = event.changedTouches[0].clientX - begun.clientX;
    const along = Math.abs(event.changedTouches[0].clientY - begun.clientY);
    if (Math.abs(across) < LONGEST_TAP && along < LONGEST_TAP) tap();
    else if (Math.abs(across) > SHORTEST_SWIPE && along < Math.abs(across) / 2) (across < 0 ? left : right)();
  });
}
