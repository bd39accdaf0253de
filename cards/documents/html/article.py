"""A page's tree -> the part that somebody wrote, without what stands around every page of its site."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from cards.documents.html.elements import HEADINGS, classes_of, is_hidden, tag_of, types_of
from cards.documents.xmltree import Element

_AROUND_TAGS = ("nav", "dialog")
_AROUND_TYPES = frozenset(
    "navigation banner contentinfo search menu menubar toolbar tablist dialog alertdialog complementary toc "
    "landmarks page-list".split()
)
_AROUND_WORDS = (
    "nav navbar navigation navheader navfooter navlinks menu breadcrumbs? sidebar sphinxsidebar topbar cookies? "
    "cookiebanner consent gdpr ads? adverts? advertisement advertising adsbygoogle sponsor(?:ed)? promo newsletter "
    "subscribe signup login share sharing sharebar social comments? commentlist disqus respond related recommended "
    "recommendations popup modal overlay toolbar pagination pager skiplink toc tableofcontents editsection jumplink "
    "noprint catlinks searchbox searchform masthead backlinks headerlink docnav dropdown"
).split()
_WORD = "|".join(_AROUND_WORDS)
# The whole of a class, or its beginning or end: "nav-list" and "main-nav", but neither "navigator" nor "has-nav".
_AROUND_CLASS = re.compile(rf"(?:{_WORD})(?:[-_].*)?|(?!(?:has|with|no|is|show)[-_]).*[-_](?:{_WORD})")
# Ids are often made from headings: "related-work" and "menus" are sections of an article.
_AROUND_ID = re.compile(
    rf"(?:{_WORD})|disqus_thread|(?:site|page|main|top|left|right|side)[-_]?(?:{_WORD}|header|footer)"
)
_NOTES = frozenset(("note", "footnote", "endnote", "tip", "example"))
_HEAD_OR_FOOT = re.compile(r"(?:.*[-_])?(header|footer|foot|copyright)")
_NEVER = ("html", "body", "main", "tr", "th", "thead", "tbody", "tfoot", "pre", "code", *HEADINGS)
_WITHIN_LINES = ("a", "span", "sup", "small", "b", "i", "em", "strong", "label", "font")
_LINKED_TAGS = ("ul", "ol", "dl", "div", "table", "section", "p", "td")
_COMMENTS = re.compile(r"comments?(?:-?(?:list|area|section|thread|wrap(?:per)?))?|disqus_thread|respond")
# Lists of the article are made of links too; it is lists of nothing else, and of several, that lead away.
_LETTER = re.compile(r"\w")
_LEAST_LINKS = 4
_MOSTLY = 0.75
_HALF = 0.5
_LEAST_OF_ARTICLE = 200


@dataclass(slots=True)
class _Weight:
    """Letters of text in an element, those of them in links, and how many links and headings stand in it."""

    text: int = 0
    linked: int = 0
    links: int = 0
    headings: int = 0
    main_headings: int = 0

    @property
    def prose(self) -> int:
        return self.text - self.linked

    def is_links(self) -> bool:
        return self.links >= _LEAST_LINKS and self.linked >= _MOSTLY * self.text


def article_of(body: Element) -> Element:
    """Return the element that holds the article, freed of what stands around it; the tree is changed.

    That is the `main` or `article` of the page, else the body. Navigation, adverts, cookie bars, comments and, where
    only the body is left, lists of links are taken out by tag, role, class and share of links. What holds the page's
    main heading or half of its prose stays.
    """
    weights = _weights(body)
    scope = _scope(body, weights)
    half = _HALF * weights[scope].prose
    gone: set[Element] = set()
    for element in [one for one in scope.iter() if one in weights and one is not scope]:
        if element.getparent() in gone:
            gone.add(element)
            continue
        most = weights[element].prose > half
        if most and is_hidden(element):
            # Some sites show their text by a script.
            for attribute in ("style", "hidden", "aria-hidden"):
                element.attrib.pop(attribute, None)
        elif _is_comments(element, weights[element]) or (
            not most and _is_around(element, weights[element], is_body=scope is body)
        ):
            gone.add(element)
    for element in gone:
        _take_out(element)
    return scope


def _weights(body: Element) -> dict[Element, _Weight]:
    """Return what every element weighs, in the order of the page."""
    weights: dict[Element, _Weight] = {}
    above: list[_Weight] = [_Weight()]
    links = 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            weights[element] = _Weight()
            above.append(weights[element])
            link = tag_of(element) == "a" and element.get("href") is not None
            links += link
            above[-1].links += _LEAST_LINKS if link and _leads_on(element) else link
            above[-1].headings += tag_of(element) in HEADINGS
            above[-1].main_headings += tag_of(element) in ("h1", "main")
            said = element.text if tag_of(element) not in ("script", "style", "noscript", "template") else ""
        else:
            done = above.pop()
            above[-1].text += done.text
            above[-1].linked += done.linked
            above[-1].links += done.links
            above[-1].headings += done.headings
            above[-1].main_headings += done.main_headings
            links -= tag_of(element) == "a" and element.get("href") is not None
            said = element.tail
        length = len(_LETTER.findall(said)) if said else 0
        above[-1].text += length
        above[-1].linked += length if links else 0
    return weights


def _leads_on(link: Element) -> bool:
    """Tell whether a link turns the page."""
    return link.get("rel") in ("prev", "next") or link.get("accesskey") in ("p", "n")


def _scope(body: Element, weights: dict[Element, _Weight]) -> Element:
    scope = body
    for is_holder in (_is_main, _is_article):
        found = [
            one
            for one in scope.iter()
            if one in weights and one is not scope and is_holder(one, weights[one])
        ]
        holders = set(found)
        outer = [one for one in found if holders.isdisjoint(one.iterancestors())]
        if len(outer) == 1:
            prose = weights[outer[0]].prose
            if prose >= _LEAST_OF_ARTICLE or prose > _HALF * weights[scope].prose:
                scope = outer[0]
    return scope


def _is_main(element: Element, weight: _Weight) -> bool:
    return tag_of(element) == "main" or "main" in types_of(element)


def _is_article(element: Element, weight: _Weight) -> bool:
    if tag_of(element) == "article":
        return not _is_comments(element, weight)
    return bool(element.get("itemprop") == "articleBody")


def _is_comments(element: Element, weight: _Weight) -> bool:
    if tag_of(element) in ("html", "body", "main", *HEADINGS) or weight.main_headings:
        return False
    names = [*classes_of(element), element.get("id") or ""]
    return any(_COMMENTS.fullmatch(name.lower()) for name in names)


def _is_around(element: Element, weight: _Weight, *, is_body: bool) -> bool:
    tag = tag_of(element)
    if tag in _NEVER or weight.main_headings:
        return False
    if tag in _AROUND_TAGS or not _AROUND_TYPES.isdisjoint(types_of(element)) or _is_named(element):
        return True
    if tag == "aside":
        return weight.linked > _HALF * weight.text and _NOTES.isdisjoint(types_of(element))
    ends = tag if tag in ("header", "footer") else _end_of_page(element) if tag in ("div", "section") else ""
    if ends and not any(tag_of(above) in ("blockquote", "figure") for above in element.iterancestors()):
        return ends != "header" or not weight.headings
    if tag not in _LINKED_TAGS:
        return False
    # What stands beside a title in a table is about the page: when it was made, and by whom.
    in_header = any(tag_of(above) == "header" for above in element.iterancestors())
    if in_header and (tag == "table" or (weight.links > 1 and weight.linked >= _MOSTLY * weight.text)):
        return True
    return is_body and weight.is_links()


def _end_of_page(element: Element) -> str:
    """Return "header" or "footer" where a class says that the element is one, else ""."""
    for name in classes_of(element):
        match = _HEAD_OR_FOOT.fullmatch(name.lower())
        if match is not None:
            return "header" if match[1] == "header" else "footer"
    return ""


def _is_named(element: Element) -> bool:
    if any(_AROUND_CLASS.fullmatch(name.lower()) for name in classes_of(element)):
        return True
    return _AROUND_ID.fullmatch((element.get("id") or "").lower()) is not None and not _begins_with(
        element, *HEADINGS
    )


def _begins_with(element: Element, *tags: str) -> bool:
    return len(element) > 0 and tag_of(element[0]) in tags


def _take_out(element: Element) -> None:
    """Leave nothing of the element but the border that it makes between the words around it."""
    element.tag = "template" if tag_of(element) in _WITHIN_LINES else "hr"
    element.clear(keep_tail=True)
