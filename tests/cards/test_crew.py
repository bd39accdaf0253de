"""Documents -> notes in several processes."""

from __future__ import annotations

from cards.crew import Crew
from cards.documents import Given, Hints, read_text
from cards.errors import CardsError
from cards.made import Made, make
from cards.pipeline import Density, Options

PROSE = "A tendon is a band of connective tissue that ties a muscle to a bone.\n"


def given(name: str, text: str) -> Given:
    return Given(name, name, len(text), text.encode)


def missing() -> bytes:
    raise CardsError("none.txt: there is no such file")


def test_what_processes_make_is_what_is_made_here_in_order() -> None:
    texts = {f"{number}.md": f"# Tendons {number}\n\n{PROSE}" for number in range(6)}
    with Crew(2) as crew:
        found = list(
            crew.make(
                [given(name, text) for name, text in texts.items()], hints=Hints(), density=Density.DENSE
            )
        )
    assert found == [
        make(read_text(text, name=name), Options(density=Density.DENSE)) for name, text in texts.items()
    ]


def test_a_document_that_gives_nothing_comes_with_the_reasons() -> None:
    with Crew(1) as crew:
        unpaired, short = crew.make(
            [
                given("a.txt", "只有（坚持群众路线，才能保证党同人民群众的血肉联系。"),
                given("b.txt", "你好。"),
            ],
            hints=Hints(),
            density=Density.NORMAL,
        )
    assert isinstance(unpaired, Made)
    assert str(unpaired.why_nothing()).endswith(
        "none of 1 possible cards passed the checks: whole brackets (1)"
    )
    assert isinstance(short, Made)
    assert str(short.why_nothing()).startswith(
        "b.txt: nothing in it is worth a card; cards are made from prose"
    )


def test_a_document_that_cannot_be_read_does_not_keep_others_from_being_read() -> None:
    with Crew(1) as crew:
        results = list(
            crew.make(
                [given("a.txt", ""), Given("none.txt", "none.txt", 0, missing), given("b.txt", PROSE)],
                hints=Hints(),
                density=Density.NORMAL,
            )
        )
    assert [
        str(result) if isinstance(result, CardsError) else result.document.name for result in results
    ] == [
        "a.txt: this document is empty",
        "none.txt: there is no such file",
        "b.txt",
    ]


def test_a_crew_that_is_left_early_has_ended() -> None:
    crew = Crew(2)
    results = crew.make(
        [given(f"{number}.txt", PROSE) for number in range(40)], hints=Hints(), density=Density.NORMAL
    )
    next(results)
    crew.close()
    assert not any(child.alive for child in crew._children)
