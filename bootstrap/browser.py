"""A chromium with Chinese fonts for the tests: the machine's, one installed by apt-get, or one unpacked in .tools/."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from xml.sax.saxutils import escape

from bootstrap.project import Project, SetupError
from bootstrap.ready import site_packages
from bootstrap.steps import StepFailedError, run_step, say

# playwright brings a Node.js that needs libatomic, which a minimal Debian lacks.
PACKAGES = ("chromium", "fonts-noto-cjk", "libatomic1")

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def browser_variables(project: Project) -> dict[str, str]:
    """Return the variables with which the tests find a working browser; installs one where there is none."""
    if not _missing(project):
        return {"CHROMIUM": _on_machine()}
    if not shutil.which("apt-get"):
        raise SetupError(
            f"the tests need {_missing(project)}, and there is no apt-get to install them with; "
            "install them with the system's own package manager, or set CHROMIUM to a browser"
        )
    as_root = _as_root()
    if as_root is not None:
        _install(as_root)
        if missing := _missing(project):
            raise SetupError(f"the tests still lack {missing} after apt-get install {' '.join(PACKAGES)}")
        return {"CHROMIUM": _on_machine()}
    return _unpacked(project)


def _missing(project: Project) -> str:
    """Name what the tests' browser lacks on this machine, or nothing."""
    has = {
        "chromium": bool(_on_machine()),
        "a Chinese font (fonts-noto-cjk)": _has_chinese_font(),
        "libatomic1": _node_starts(project),
    }
    return ", ".join(name for name, there in has.items() if not there)


def _on_machine() -> str:
    chosen = os.environ.get("CHROMIUM")
    if chosen and not shutil.which(chosen):
        raise SetupError(f"CHROMIUM is set to {chosen}, which is no program")
    return chosen or next(filter(None, map(shutil.which, _NAMES)), "")


def _has_chinese_font() -> bool:
    if not shutil.which("fc-list"):
        return any(Path("/usr/share/fonts").glob("**/NotoSansCJK*")) or sys.platform == "darwin"
    return bool(subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True).stdout)


def _node_starts(project: Project) -> bool:
    node = site_packages(project) / "playwright" / "driver" / "node"
    return subprocess.run([node, "--version"], capture_output=True).returncode == 0


def _as_root() -> list[str] | None:
    """Return what to put before a command that root must run, or `None` where this user cannot be root."""
    if os.geteuid() == 0:
        return []
    can_sudo = (
        shutil.which("sudo") and not subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode
    )
    return ["sudo", "-n"] if can_sudo else None


def _install(as_root: list[str]) -> None:
    variables = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    apt_get = [*as_root, "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=600"]
    install = [*apt_get, "install", "-y", "--no-install-recommends", *PACKAGES]
    try:
        run_step("asking Debian for its list of packages", [*apt_get, "update"], variables=variables)
        run_step(f"installing {', '.join(PACKAGES)}", install, variables=variables)
    except StepFailedError as error:
        raise SetupError(f"apt-get could not install {', '.join(PACKAGES)}:\n{error}") from error


def _unpacked(project: Project) -> dict[str, str]:
    """Return the variables for a browser in .tools/debian, which apt-get and dpkg-deb put there without root."""
    debian = project.tools / "debian"
    finished = debian / "finished"
    if not finished.exists():
        if debian.exists():
            say("an unfinished download in .tools/debian is made anew")
            shutil.rmtree(debian)
        _download(debian)
        finished.touch()
    return {
        "CHROMIUM": str(write_launcher(debian)),
        "LD_LIBRARY_PATH": os.pathsep.join(
            filter(None, [str(_only_libatomic(debian)), os.environ.get("LD_LIBRARY_PATH")])
        ),
    }


def _download(debian: Path) -> None:
    """Unpack the packages, and those that they need and the machine lacks, under debian/root (about 700 MB)."""
    for folder in ("lists/partial", "cache/archives/partial", "root"):
        (debian / folder).mkdir(parents=True)
    own_places = {
        "Dir::State::lists": debian / "lists",
        "Dir::Cache": debian / "cache",
        "Debug::NoLocking": "1",
        "APT::Sandbox::User": "",
    }
    options = [f"-o{name}={value}" for name, value in own_places.items()]
    apt_get = ["apt-get", "-qq", *options]
    install = ["install", "-y", "--no-install-recommends", "--download-only", *PACKAGES]
    try:
        run_step("asking Debian for its list of packages", [*apt_get, "update"])
        run_step(f"downloading {', '.join(PACKAGES)} into .tools", [*apt_get, *install])
        archives = " ".join(shlex.quote(str(path)) for path in sorted(debian.glob("cache/archives/*.deb")))
        unpack = f'for archive in {archives}; do dpkg-deb -x "$archive" "$0" || exit; done'
        run_step("unpacking them", ["sh", "-c", unpack, debian / "root"])
    except StepFailedError as error:
        raise SetupError(
            f"no browser could be put into {debian}; ask root for apt-get install {' '.join(PACKAGES)}, "
            f"or set CHROMIUM to a browser. apt-get said:\n{error}"
        ) from error
    shutil.rmtree(debian / "cache")
    shutil.rmtree(debian / "lists")


def write_launcher(debian: Path) -> Path:
    """Write the script that starts the unpacked chromium with its own libraries and fonts; return its path.

    Written each time, because the paths in it change when the project is moved.
    """
    root = debian / "root"
    fonts = root / "etc" / "fonts"
    own_fonts = (fonts / "fonts.conf").read_text("utf-8")
    own_fonts = own_fonts.replace("/usr/share/fonts", escape(str(root / "usr/share/fonts")))
    own_fonts = own_fonts.replace(">conf.d<", f">{escape(str(fonts / 'conf.d'))}<")
    own_fonts = own_fonts.replace("/var/cache/fontconfig", escape(str(debian / "font-cache")))
    (debian / "fonts.conf").write_text(own_fonts, "utf-8")
    libraries = [
        *_libraries(root),
        *(folder / "pulseaudio" for folder in _libraries(root)),
        root / "usr/lib/chromium",
    ]
    launcher = debian / "chromium"
    launcher.write_text(
        "#!/bin/sh\n"
        # In the C locale chromium finds no font on a path with Chinese characters.
        "export LC_ALL=C.UTF-8\n"
        f"export LD_LIBRARY_PATH={shlex.quote(os.pathsep.join(map(str, libraries)))}\n"
        f"export FONTCONFIG_FILE={shlex.quote(str(debian / 'fonts.conf'))}\n"
        f'exec {shlex.quote(str(root / "usr/lib/chromium/chromium"))} "$@"\n',
        "utf-8",
    )
    launcher.chmod(0o755)
    return launcher


def _only_libatomic(debian: Path) -> Path:
    """Return a folder with libatomic and nothing else, so that other programs keep the machine's libraries."""
    folder = debian / "libatomic"
    folder.mkdir(exist_ok=True)
    for library in debian.glob("root/usr/lib/*-linux-gnu/libatomic.so.1"):
        link = folder / library.name
        link.unlink(missing_ok=True)
        link.symlink_to(library.resolve())
    return folder


def _libraries(root: Path) -> list[Path]:
    return [*root.glob("usr/lib/*-linux-gnu"), *root.glob("lib/*-linux-gnu")]
