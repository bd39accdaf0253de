"""Style sheets, scripts and pictures, at addresses that change with their content and so may be kept for ever."""

from __future__ import annotations

import json
import mimetypes
from functools import cache

from fastapi import FastAPI, Request
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from webreview.pages.rendering import STATIC, page, static_version

_WORKER = "service_worker.js"


def install(app: FastAPI) -> None:
    """Serve the static files under /static/<version>/, and the service worker where it may act for every page."""
    mimetypes.add_type("application/manifest+json", ".webmanifest")
    app.add_api_route("/service-worker.js", service_worker, include_in_schema=False)
    app.add_api_route("/offline", offline, include_in_schema=False, response_class=HTMLResponse)
    app.mount(f"/static/{static_version()}", _KeptFiles(directory=STATIC))


def service_worker() -> Response:
    """Send the service worker of this version: it changes whenever a static file does."""
    return Response(_worker(), media_type="text/javascript", headers={"Cache-Control": "no-cache"})


def offline(request: Request) -> HTMLResponse:
    """Show what the service worker shows for a page that it has not kept, where no server answers."""
    return page(request, "offline.html")


@cache
def _worker() -> str:
    names = sorted(path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*") if path.is_file())
    files = [f"/static/{static_version()}/{name}" for name in names if name != _WORKER]
    return f"const FILES = {json.dumps(files)};\n{(STATIC / _WORKER).read_text('utf-8')}"


class _KeptFiles(StaticFiles):
    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response
