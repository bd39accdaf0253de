"""The pictures of documents and cards."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from webreview.collection import media
from webreview.desk import AtDesk

router = APIRouter(include_in_schema=False)

# A name is made from the content, so what it names never changes. A drawing may hold scripts: by itself in a tab it
# gets an origin of its own and no rights.
_HEADERS = {
    "Cache-Control": "private, max-age=31536000, immutable",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
}


@router.get("/media/{name}")
def show(name: str, desk: AtDesk) -> Response:
    """Send the picture of that name."""
    found = media.get(desk.collection, desk.learner, name)
    return Response(found.content, media_type=found.type, headers=_HEADERS)
