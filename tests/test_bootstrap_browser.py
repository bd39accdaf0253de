"""The browser that kapian.py finds or unpacks for the tests."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from bootstrap.browser import browser_variables, write_launcher
from bootstrap.project import Project, SetupError

FONTS_CONF = """<fontconfig>
  <dir>/usr/share/fonts</dir>
  <include ignore_missing="yes">conf.d</include>
  <cachedir>/var/cache/fontconfig</cachedir>
</fontconfig>
"""


@pytest.fixture
def debian(tmp_path: Path) -> Path:
    """A folder as the unpacked packages have it, with a chromium that only says how it was started."""
    debian = tmp_path / "学习 & 卡片" / "debian"
    chromium = debian / "root/usr/lib/chromium/chromium"
    chromium.parent.mkdir(parents=True)
    chromium.write_text('#!/bin/sh\necho "$LC_ALL" "$@"; cat "$FONTCONFIG_FILE"; echo "$LD_LIBRARY_PATH"\n')
    chromium.chmod(0o755)
    fonts = debian / "root/etc/fonts"
    fonts.mkdir(parents=True)
    (fonts / "fonts.conf").write_text(FONTS_CONF)
    (debian / "root/usr/lib/x86_64-linux-gnu").mkdir()
    return debian


def test_an_unpacked_chromium_is_started_with_its_own_fonts_and_libraries(debian: Path) -> None:
    launcher = write_launcher(debian)
    said = subprocess.run([launcher, "--headless", "a b"], capture_output=True, text=True, check=True).stdout
    in_xml = str(debian).replace("&", "&amp;")
    assert said.splitlines() == [
        "C.UTF-8 --headless a b",
        "<fontconfig>",
        f"  <dir>{in_xml}/root/usr/share/fonts</dir>",
        f'  <include ignore_missing="yes">{in_xml}/root/etc/fonts/conf.d</include>',
        f"  <cachedir>{in_xml}/font-cache</cachedir>",
        "</fontconfig>",
        ":".join(
            f"{debian}/root/usr/lib/{folder}"
            for folder in ("x86_64-linux-gnu", "x86_64-linux-gnu/pulseaudio", "chromium")
        ),
    ]


def test_a_chosen_browser_that_is_none_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    with pytest.raises(SetupError, match="CHROMIUM is set to /nowhere/chromium, which is no program"):
        browser_variables(Project(tmp_path))
