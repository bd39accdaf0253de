"""A text -> its language."""

from __future__ import annotations

import pytest

from cards.languages.detect import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("群众路线是党的生命线。", "zh"),
        ("群眾路線是黨的生命線，這是根本工作路線。", "zh-Hant"),
        ("ATP 是细胞的直接能源物质 (adenosine triphosphate)。", "zh"),
        ("吾輩は猫である。名前はまだ無い。", "ja"),
        ("모든 국민은 법 앞에 평등하다.", "ko"),
        ("The soil is the store from which plants drink.", "en"),
        ("Photosynthesis", "en"),
        ("He called it 群众路线, the mass line, and it was the heart of the matter for the party.", "en"),
        ("Der Boden speichert das Wasser, das die Pflanzen durch ihre Wurzeln aufnehmen.", "de"),
        ("Почва хранит воду, которую растения пьют корнями.", "ru"),
        ("12345 + 678 = ?", "und"),
        ("", "und"),
    ],
)
def test_the_language_is_told(text: str, language: str) -> None:
    assert language_of(text) == language
