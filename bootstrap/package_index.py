"""The variables that pip and uv run with: the user's index and certificates, but none of the user's other wishes."""

from __future__ import annotations

import ast
import os
import ssl
import subprocess
import sys
from pathlib import Path

# Each of these would send packages elsewhere than into .venv, or keep pip from working there.
_UNWANTED = (
    "PYTHONHOME",
    "PYTHONPATH",
    "PIP_PREFIX",
    "PIP_REQUIRE_VIRTUALENV",
    "PIP_ROOT",
    "PIP_TARGET",
    "PIP_USER",
    "UV_PREFIX",
    "UV_PYTHON",
    "UV_SYSTEM_PYTHON",
    "UV_TARGET",
)


def pip_variables() -> dict[str, str]:
    """Return the variables for pip and for Python itself."""
    kept = {name: value for name, value in os.environ.items() if name not in _UNWANTED}
    return kept | {
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_INPUT": "1",
        "PIP_ROOT_USER_ACTION": "ignore",
        # "0" rather than left out: pip.conf may ask for --user, which fails inside an environment.
        "PIP_USER": "0",
    }


def uv_variables() -> dict[str, str]:
    """Return the variables for uv: it reads none of pip's settings, so the index and certificate are handed on."""
    variables = pip_variables() | {"UV_NO_CONFIG": "1", "UV_NO_PROGRESS": "1"}
    if "PYTHONDONTWRITEBYTECODE" in variables:
        # Python will not keep what it compiles, and would compile all packages again at each start.
        variables["UV_COMPILE_BYTECODE"] = "true"
    settings = _pip_settings()
    if "index-url" in settings:
        variables.setdefault("UV_DEFAULT_INDEX", settings["index-url"])
    if "cert" in settings:
        variables.setdefault("SSL_CERT_FILE", settings["cert"])
    elif ssl.create_default_context().cert_store_stats()["x509_ca"]:
        variables.setdefault("UV_SYSTEM_CERTS", "true")
    if not _cache_is_writable():
        variables["UV_NO_CACHE"] = "true"
    return variables


def _pip_settings() -> dict[str, str]:
    """Return pip's settings from its files and variables, under their plain names; later sources win, as in pip.

    Without pip there are none.
    """
    command = [sys.executable, "-m", "pip", "config", "list"]
    said = subprocess.run(command, capture_output=True, text=True, env=pip_variables()).stdout
    settings = {}
    for line in said.splitlines():
        name, _, value = line.partition("=")
        section, _, plain_name = name.rpartition(".")
        if section in ("global", "install", ":env:"):
            settings[plain_name] = ast.literal_eval(value)
    return settings


def _cache_is_writable() -> bool:
    place = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "uv"
    while not place.exists():
        place = place.parent
    return os.access(place, os.W_OK)
