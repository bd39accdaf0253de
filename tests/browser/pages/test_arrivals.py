"""Giving files, folders and archives to the add page, and watching what becomes of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from cards.documents import Remark
from tests.browser.conftest import Violation
from tests.browser.pages.learner import Desk, Reviewer
from tests.webreview.article import MORNING
from webreview.collection import ME, arrivals
from webreview.collection.arrivals import Outcome, Result, Sent, Wish
from webreview.pages.interface import LANGUAGE_COOKIE, THEME_COOKIE

TENDON = "A tendon is a band of connective tissue that ties a muscle to a bone.\n"
LIGAMENT = "A ligament is a band of connective tissue that ties a bone to another bone.\n"
# Making cards takes a process half a second to begin, and longer on a machine that has other work.
PATIENCE_MS = 60_000
WIDTHS = (320, 390, 1440)


def written(folder: Path, **texts: str) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for stem, text in texts.items():
        paths.append(folder / f"{stem}.md")
        paths[-1].write_text(text, encoding="utf-8")
    return paths


def test_several_files_are_worked_on_and_reported(page: Page, desk: Desk, tmp_path: Path) -> None:
    page.goto(f"{desk.address}/add")
    files = written(tmp_path, tendon=TENDON, ligament=LIGAMENT, empty="")
    page.get_by_label("Files", exact=True).set_input_files(files)
    page.get_by_role("button", name="Make cards").click()
    page.wait_for_url("**/arrivals/*")
    expect(page.get_by_role("heading", name="What was added")).to_be_visible(timeout=PATIENCE_MS)
    expect(page.get_by_role("status")).to_have_text("2 documents were kept.")
    expect(page.locator(".skipped")).to_have_text("empty.md: this document is empty")
    tendon = page.get_by_role("listitem").filter(has_text="tendon.md")
    tendon.get_by_role("link", name="Keep or reject").click()
    expect(page.locator(".note[data-decision=open]").first).to_be_visible()


def test_a_folder_is_given_as_a_whole_and_its_one_document_shown_at_once(
    page: Page, desk: Desk, tmp_path: Path
) -> None:
    written(tmp_path / "notes" / "muscles", tendon=TENDON)
    (tmp_path / "notes" / ".hidden.md").write_text(LIGAMENT)
    page.goto(f"{desk.address}/add")
    page.get_by_label("Or a folder of files").set_input_files(tmp_path / "notes")
    page.get_by_role("button", name="Make cards").click()
    page.wait_for_url("**/triage?*", timeout=PATIENCE_MS)
    expect(page.get_by_role("link", name="muscles/tendon.md")).to_be_visible()


def test_dropped_files_stand_in_the_form(page: Page, desk: Desk) -> None:
    page.goto(f"{desk.address}/add")
    expect(page.get_by_text("Or drop them on this page.")).to_be_visible()
    page.evaluate(
        """(text) => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([text], "tendon.md"));
            for (const kind of ["dragover", "drop"])
                document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
        }""",
        TENDON,
    )
    expect(page.get_by_role("button", name="Make cards")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/triage?*", timeout=PATIENCE_MS)
    expect(page.get_by_role("link", name="tendon.md")).to_be_visible()


def test_work_is_watched_and_ended_without_scripts(browser: Browser, desk: Desk, tmp_path: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{desk.address}/add")
    texts = {f"t{number}": f"# {number}\n\n{TENDON}" for number in range(80)}
    page.get_by_label("Files", exact=True).set_input_files(written(tmp_path, **texts))
    page.get_by_role("button", name="Make cards").click()
    expect(page.get_by_role("heading", name="Adding documents")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="Received")).to_contain_text("80 files")
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("status")).to_contain_text("You ended it.")
    context.close()


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", ["ended", "locked", "waiting"])
def test_the_report_is_within_reach_of_everybody_and_fits_every_width(
    browser: Browser,
    serve_article: Reviewer,
    axe: Callable[[Page], list[Violation]],
    keep_picture: Callable[[Page, str], Path],
    state: str,
    theme: str,
    language: str,
) -> None:
    desk = serve_article()
    arrival = arrival_of(desk, state)
    context = browser.new_context()
    cookies = {THEME_COOKIE: theme, LANGUAGE_COOKIE: language}
    context.add_cookies(
        [{"name": name, "value": value, "url": desk.address} for name, value in cookies.items()]
    )
    page = context.new_page()
    page.goto(f"{desk.address}/arrivals/{arrival}")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900 if width > 500 else 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert axe(page) == []
        keep_picture(page, f"arrival-{state}-{width}-{theme}-{language}")
    context.close()


def test_a_running_arrival_is_within_reach_of_everybody(
    page: Page,
    desk: Desk,
    axe: Callable[[Page], list[Violation]],
    keep_picture: Callable[[Page, str], Path],
    tmp_path: Path,
) -> None:
    page.set_viewport_size({"width": 320, "height": 844})
    page.goto(f"{desk.address}/add")
    texts = {f"t{number}": f"# {number}\n\n{TENDON}" for number in range(200)}
    page.get_by_label("Files", exact=True).set_input_files(written(tmp_path, **texts))
    page.get_by_role("button", name="Make cards").click()
    expect(page.get_by_role("progressbar")).to_be_visible(timeout=PATIENCE_MS)
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    keep_picture(page, "arrival-working-320")
    page.get_by_role("button", name="Cancel").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("You ended it.")


def arrival_of(desk: Desk, state: str) -> str:
    sent = [Sent("muscles/tendon.md", TENDON.encode()), Sent("scan.pdf", b"%PDF-1.7")]
    arrival = arrivals.receive(desk.collection, ME, sent, Wish(), now=MORNING)
    reason = Remark("{name}: this document is empty", (("name", "a-name-without-any-place-to-break-" * 3),))
    counts = {"new": 12, "known": 1, "stayed": 3, "reworded": 1, "gone": 0}
    article = Result("muscles/tendon.md", "muscles/tendon.md", Outcome.KEPT, "none", counts, (reason,))
    arrivals.record(desk.collection, ME, arrival, article)
    arrivals.record(desk.collection, ME, arrival, Result("b.md", "b.md", Outcome.REFUSED, remarks=(reason,)))
    arrivals.leave_out(desk.collection, ME, arrival, [reason])
    if state == "locked":
        locked = Result("scan.pdf", "scan.pdf", Outcome.LOCKED, remarks=(reason,))
        arrivals.record(desk.collection, ME, arrival, locked)
    if state == "ended":
        arrivals.end(desk.collection, ME, arrival, now=MORNING)
    return arrival
