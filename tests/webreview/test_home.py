"""Where a learner's things are kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from platformdirs import user_data_path

from cards.errors import CardsError
from webreview.home import Home, home_at

USUAL = user_data_path("kapian", appauthor=False)


def test_without_a_word_it_is_the_platforms_place() -> None:
    assert home_at(None) == Home(USUAL / "collection.sqlite", USUAL / "decks")


def test_a_folder_holds_collection_and_decks(tmp_path: Path) -> None:
    assert home_at(str(tmp_path / "new")) == Home(tmp_path / "new/collection.sqlite", tmp_path / "new/decks")


def test_a_collection_may_be_named_itself(tmp_path: Path) -> None:
    file = tmp_path / "mine.sqlite"
    file.touch()
    assert home_at(str(file)) == Home(file, tmp_path / "decks")


def test_a_database_url_is_kept_as_it_is() -> None:
    assert home_at("postgresql://cards@localhost/cards") == Home(
        "postgresql://cards@localhost/cards", USUAL / "decks"
    )


def test_where_nothing_was_added_there_is_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(
        CardsError, match=r"collection\.sqlite: there is no collection yet; kapian add makes one"
    ):
        home_at(str(tmp_path)).check_collection()


@pytest.mark.parametrize("deck", ["群众路线", "Cell biology 1.5"])
def test_a_package_has_the_name_of_its_deck(deck: str) -> None:
    assert home_at("study").package_of(deck).name == f"{deck}.apkg"


def test_decks_whose_names_no_file_can_have_get_files_of_their_own(tmp_path: Path) -> None:
    home = home_at(str(tmp_path))
    names = ["a/b", "a:b", "a::b", "..", "../../b", "群" * 200, "群" * 201, "/", "CON?"]
    packages = {home.package_of(name) for name in names}
    home.decks.mkdir()
    assert len(packages) == len(names)
    assert {package.parent for package in packages} == {home.decks}
    assert [package.write_bytes(b"") for package in packages] == [0] * len(names)
