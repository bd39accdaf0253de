"""The databases that the fixtures promise."""

from __future__ import annotations

import sqlalchemy


def test_each_test_gets_a_database_of_its_own(database_url: str) -> None:
    engine = sqlalchemy.create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(sqlalchemy.text("create table words (word text)"))
    assert sqlalchemy.inspect(engine).get_table_names() == ["words"]
    engine.dispose()


def test_postgresql_stores_chinese_text(postgres_url: str) -> None:
    engine = sqlalchemy.create_engine(postgres_url)
    with engine.connect() as connection:
        assert connection.scalar(sqlalchemy.text("select '卡片' || chr(20013)")) == "卡片中"
    engine.dispose()
