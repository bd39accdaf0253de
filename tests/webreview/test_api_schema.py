"""The API answers whatever is sent to it as its OpenAPI document says, and never breaks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode, checks

from tests.webreview.article import MORNING, reviewer
from webreview.app import API
from webreview.collection.store import Collection

HOST = {"Host": "127.0.0.1"}
CHECKS = [
    checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    """One reviewer for all requests: what one of them does must not break another."""
    folder: Path = tmp_path_factory.mktemp("api")
    with Collection.open(folder / "collection.sqlite") as collection:
        yield reviewer(collection, accepted=True, now=lambda: MORNING)


def operations() -> list[tuple[str, str]]:
    """Return the path and method of everything that the API can be asked for."""
    alone = FastAPI()
    for module in API:
        alone.include_router(module.router, prefix="/api/v1")
    paths: dict[str, dict[str, object]] = alone.openapi()["paths"]
    return [(path, method) for path, methods in paths.items() for method in methods]


@pytest.mark.parametrize(("path", "method"), operations())
def test_no_request_breaks_the_api_or_its_promises(app: FastAPI, path: str, method: str) -> None:
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers=HOST)
    good, bad = (schema[path][method].as_strategy(generation_mode=mode) for mode in GenerationMode)

    @settings(max_examples=20, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(case=st.one_of(good, bad))
    def keeps_its_promises(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(checks=CHECKS, headers=HOST)

    keeps_its_promises()
