"""What every request may be answered with instead, for the OpenAPI document."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel


class Refusal(BaseModel):
    """Why it was not done, in one sentence."""

    detail: str


_SAID = {
    400: "It cannot be done as it was asked for.",
    404: "The collection has no such thing.",
    413: "More than any document was sent.",
    422: "A field is missing, or cannot be as it was sent.",
    503: "The collection cannot be written; send again later.",
}

REFUSALS: dict[int | str, dict[str, Any]] = {
    status: {"model": Refusal, "description": said} for status, said in _SAID.items()
}
