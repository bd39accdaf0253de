"""What a site sends -> a document that is read by its type, called by its title, and says where it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cards.documents import find_documents, prose_of, read_here
from cards.documents.finding import on_web
from cards.documents.model import NO_HINTS
from cards.errors import CardsError
from tests.cards.documents.web.servers import PAGE, always, only_here, page, site

SUFFIXES = (".html", ".md", ".txt")


def test_a_document_is_called_by_its_title_and_says_where_it_was() -> None:
    with site(always(page(PAGE))) as there:
        given = on_web(f"http://127.0.0.1:{there.port}/water/", suffixes=SUFFIXES, allowed=only_here)
    document = read_here(given.content(), name=given.name, hints=given.hinted(NO_HINTS))

    assert (given.name, document.name) == ("water.html", "水的循环")
    assert [str(remark) for remark in document.remarks] == [f"read from http://127.0.0.1:{there.port}/water/"]


@pytest.mark.parametrize(
    ("type_", "path", "body", "name"),
    [
        ("text/html", "/", b"<p>a", "127.0.0.1.html"),
        ("text/html", "/notes.md", b"<p>a", "notes.html"),
        ("text/plain", "/notes.md", b"# a", "notes.md"),
        ("text/plain", "/notes", b"<html>a", "notes.txt"),
        ("application/octet-stream", "/%E6%B0%B4.md", b"# a", "水.md"),
        ("", "/page", b"<!-- x --><!DOCTYPE html><p>a", "page.html"),
        ("text/markdown", "/x", b"# a", "x.md"),
    ],
)
def test_what_a_site_sends_gets_the_ending_of_its_format(
    type_: str, path: str, body: bytes, name: str
) -> None:
    with site(always(page(body, Content_Type=type_))) as there:
        assert (
            on_web(f"http://127.0.0.1:{there.port}{path}", suffixes=SUFFIXES, allowed=only_here).name == name
        )


@pytest.mark.parametrize("type_", ["image/png", "video/mp4", "application/json"])
def test_what_is_no_document_is_refused(type_: str) -> None:
    with (
        site(always(page(b"x", Content_Type=type_))) as there,
        pytest.raises(CardsError, match="no page or document"),
    ):
        on_web(f"http://127.0.0.1:{there.port}/a.html", suffixes=SUFFIXES, allowed=only_here)


@pytest.mark.parametrize(
    ("written", "charset", "encoding"),
    [
        ("gbk", "gbk", "gbk"),
        ("gb18030", "utf-8", None),
        ("utf-8", "iso-8859-1", None),
        ("utf-8", "bogus", None),
    ],
)
def test_the_encoding_that_a_site_names_counts_where_the_text_is_in_it(
    written: str, charset: str, encoding: str | None
) -> None:
    body = "<p>蒸发是液体变成气体的过程。</p>".encode(written)
    with site(always(page(body, Content_Type=f"text/html; charset={charset}"))) as there:
        given = on_web(f"http://127.0.0.1:{there.port}/", suffixes=SUFFIXES, allowed=only_here)
    document = read_here(given.content(), name=given.name, hints=given.hinted(NO_HINTS))

    assert given.encoding == encoding
    assert prose_of(document, document.blocks[-1]).text == "蒸发是液体变成气体的过程。"


def test_the_learner_knows_the_encoding_best() -> None:
    with site(always(page(PAGE))) as there:
        given = on_web(f"http://127.0.0.1:{there.port}/", suffixes=SUFFIXES, allowed=only_here)

    assert given.hinted(replace(NO_HINTS, encoding="big5")).encoding == "big5"


def test_command_lines_take_addresses_and_ask_no_machine_of_ones_own() -> None:
    with site(always(page(PAGE))) as there, pytest.raises(CardsError, match="not on the public network"):
        find_documents([f"http://127.0.0.1:{there.port}/"])

    assert there.requests == []
