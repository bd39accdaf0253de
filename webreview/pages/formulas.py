"""Text with TeX in it -> HTML with MathML, which browsers draw themselves: without scripts, and to be read aloud."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from cards.formulas import formulas_in

if TYPE_CHECKING:
    import nh3

# Longer TeX is a program, not a formula; the converter's recursion would end before its patience.
LONGEST = 2_000
_UNKNOWN = re.compile(r"<m[iot]\w*>\\")
# The converter knows alignment only by the names of its starred forms.
_ALIGNED = re.compile(r"\\(begin|end)\{(?:aligned|align|split|gathered|gather|eqnarray)\*?\}")
_TAGS = set(
    "math mrow mi mo mn ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts"
    " mprescripts none mtable mtr mtd mstyle mpadded mphantom menclose".split()
)
_ATTRIBUTES = set(
    "display displaystyle scriptlevel mathvariant stretchy fence separator form accent accentunder linethickness"
    " width height depth lspace rspace columnalign rowspacing columnspacing minsize maxsize movablelimits largeop"
    " symmetric notation".split()
)


def with_formulas(text: str) -> Markup:
    """Return the text as HTML; what stands between "\\(" and "\\)" is drawn as a formula."""
    spans = formulas_in(text)
    if not spans:
        return escape(text)
    parts, at = [], 0
    for span in spans:
        parts += [escape(text[at : span.start]), formula(text[span.start + 2 : span.end - 2])]
        at = span.end
    return Markup("").join([*parts, escape(text[at:])])


@lru_cache(maxsize=4096)
def formula(tex: str, display: str = "inline") -> Markup:
    """Return MathML for the TeX; TeX that is not understood is shown as it is written.

    `display` is "inline" or "block".
    """
    from latex2mathml.converter import convert

    drawn = ""
    if len(tex) <= LONGEST:
        try:
            drawn = convert(_ALIGNED.sub(_as_known, tex), display=display)
        # It raises IndexError, StopIteration, RecursionError and more of its own for TeX that it cannot read.
        except Exception:
            drawn = ""
    # nh3 closes what was left open and lets nothing through but MathML's own elements.
    clean = _cleaner().clean(drawn.replace("<mi>&</mi>", ""))
    if not clean or _UNKNOWN.search(clean):
        return Markup('<code class="tex">{}</code>').format(tex)
    return Markup(clean)  # cleaned above


def _as_known(found: re.Match[str]) -> str:
    return f"\\{found[1]}{{align*}}"


@cache
def _cleaner() -> nh3.Cleaner:
    import nh3

    return nh3.Cleaner(tags=_TAGS, attributes={"*": _ATTRIBUTES}, link_rel=None, url_schemes=set())
