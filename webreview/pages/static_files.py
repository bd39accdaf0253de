"""Style sheets, scripts and pictures, at addresses that change with their content and so may be kept for ever."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from webreview.pages.rendering import STATIC, static_version


def install(app: FastAPI) -> None:
    """Serve the static files under /static/<version>/."""
    app.mount(f"/static/{static_version()}", _KeptFiles(directory=STATIC))


class _KeptFiles(StaticFiles):
    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response
