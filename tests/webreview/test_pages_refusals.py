"""What the add page says about a document that gives nothing, in the learner's language."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from tests.webreview.article import MORNING, reviewer
from webreview.collection import ME
from webreview.collection.store import Collection

PROSE = "光合作用是指绿色植物利用光能把二氧化碳和水合成有机物的过程。"


@pytest.fixture
def client(collection: Collection) -> TestClient:
    app = reviewer(collection, accepted=True, now=lambda: MORNING)
    return TestClient(app, base_url="http://127.0.0.1")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "notes.doc: this is an old Microsoft Office file; save it as text or Markdown first",
        ),
        ("zh", "notes.doc：这是旧版 Microsoft Office 文件；请先另存为纯文本或 Markdown"),
    ],
)
def test_a_refused_file_is_told_in_the_learners_language(
    client: TestClient, language: str, sentence: str
) -> None:
    answer = client.post(
        "/add",
        files={"file": ("notes.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")},
        headers={"Accept-Language": language},
    )

    assert answer.status_code == 400
    assert sentence in answer.text


def test_braces_in_a_name_are_only_a_name(client: TestClient) -> None:
    answer = client.post("/add", files={"file": ("{name}{0}.txt", b"  ")})

    assert answer.status_code == 400
    assert "{name}{0}.txt: this document holds no text" in answer.text


def test_a_name_does_not_take_its_format_from_a_file(client: TestClient) -> None:
    answer = client.post(
        "/add",
        files={
            "file": (
                "x.md",
                f"# 光合作用\n\n{PROSE}\n".encode(),
            )
        },
        data={"name": "生物"},
    )

    assert "生物.md" in answer.text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"# 光合作用\n\n{PROSE}\n", "光合作用.md"),
        (f"光合作用\n\n{PROSE}\n", "光合作用<"),
    ],
)
def test_a_pasted_text_is_read_as_what_it_is(client: TestClient, text: str, name: str) -> None:
    answer = client.post("/add", data={"text": text})

    assert name in answer.text


def test_the_same_document_edited_leaves_nothing_to_decide(client: TestClient) -> None:
    client.post("/add", data={"text": PROSE, "name": "a"})

    answer = client.post(
        "/add",
        data={
            "text": f"{PROSE}今天天气不错。",
            "name": "b",
        },
    )

    assert "There is nothing to decide" in answer.text
    assert "Keep the rest" not in answer.text


@pytest.mark.parametrize("address", ["/documents/none", "/decks/none.apkg", "/review?deck=none"])
def test_what_is_not_in_the_collection_is_told_in_the_learners_language(
    client: TestClient, address: str
) -> None:
    answer = client.get(address, headers={"Accept-Language": "zh"})

    assert answer.status_code == 404
    assert "卡片库中没有这个地址的内容" in answer.text


def test_a_full_disk_is_told_in_the_learners_language(client: TestClient, collection: Collection) -> None:
    with collection.writing(ME) as connection:
        pages = connection.execute(sa.text("PRAGMA page_count")).scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    answer = client.post(
        "/add",
        data={"text": PROSE * 2_000},
        headers={"Accept-Language": "zh"},
    )

    assert answer.status_code == 503
    assert "磁盘已满，什么都没有写入" in answer.text
