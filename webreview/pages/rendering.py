"""Templates and values -> HTML; static files under addresses that change with their content."""

from __future__ import annotations

import hashlib
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from cards.languages import language_named
from webreview.pages.formulas import formula, with_formulas
from webreview.pages.interface import LANGUAGES, Interface, interface_of
from webreview.pages.kinds import kind_text
from webreview.pages.reasons import reason_text, remark_text

HERE = Path(__file__).parent.parent
STATIC = HERE / "static"


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """Return the template as a page in the request's language and theme.

    Pages show the learner's own state, so no browser may show an old one: they are never stored.
    """
    interface = interface_of(request)
    html = (
        _environment(interface.language)
        .get_template(template)
        .render(interface=interface, address=request.url.path, query=request.url.query, **values)
    )
    return HTMLResponse(
        html, status, headers={"Cache-Control": "no-store", "Vary": "Cookie, Accept-Language"}
    )


def fragment(interface: Interface, template: str, block: str, *values: Any) -> Markup:
    """Return what the macro `block` of the template makes of the values."""
    module = _environment(interface.language).get_template(template).module
    return Markup(getattr(module, block)(*values))


@cache
def static_version() -> str:
    """Return twelve hex digits that change when any static file changes.

    Modules import one another by relative addresses, so all of them move to a new folder together.
    """
    digest = hashlib.sha256()
    for path in sorted(STATIC.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(STATIC).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


@cache
def _environment(language: str) -> Environment:
    # autoescape=True and not select_autoescape: the default leaves some suffixes unescaped.
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    words = Interface(language, "auto").words
    environment.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined]
    environment.filters["formulas"] = with_formulas
    environment.filters["formula"] = formula
    environment.filters["place"] = language_named(language).place
    environment.filters["remark"] = partial(remark_text, words=words)
    environment.filters["kind"] = partial(kind_text, words=words)
    environment.filters["reason"] = partial(reason_text, words=words)
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    environment.globals["static"] = lambda name: f"/static/{static_version()}/{name}"
    environment.globals["languages"] = LANGUAGES
    return environment
