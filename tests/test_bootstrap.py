"""kapian.py: what it makes, what it repairs, what it says, and that it gets out of the way."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bootstrap.environment import set_up
from bootstrap.project import Project, SetupError
from bootstrap.ready import is_ready, site_packages

ROOT = Path(__file__).parents[1]

# Before a command of root: permissions bind it as they bind everybody.
BOUND_BY_MODES = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
KAPIAN = "import os, sys; print(sys.argv[1:]); print(os.getcwd()); import dependency"


# One worker for all of them: what the first of them sets up is copied for the others.
pytestmark = pytest.mark.xdist_group("bootstrap")


@pytest.fixture(scope="module", autouse=True)
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder of packages, which pip takes for its index; nothing is downloaded."""
    folder = tmp_path_factory.mktemp("wheels")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PIP_NO_INDEX", "1")
        environment.setenv("PIP_FIND_LINKS", folder.as_uri())
        # What users have set for other projects must not lead pip away from .venv.
        environment.setenv("PIP_TARGET", str(folder / "elsewhere"))
        environment.setenv("PIP_REQUIRE_VIRTUALENV", "1")
        environment.setenv("PYTHONPATH", str(folder / "elsewhere"))
        yield folder


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory, wheels: Path) -> Project:
    """A project whose lock file names a tiny package, before its first run."""
    root = tmp_path_factory.mktemp("bare")
    shutil.copytree(ROOT / "bootstrap", root / "bootstrap", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "kapian.py", root)
    write(root / "webreview" / "__main__.py", KAPIAN)
    # Without uv, pip does the work.
    write(root / "requirements" / "boot.txt", "")
    write(root / "requirements" / "run.txt", wheel(wheels, "dependency", {"dependency/__init__.py": ""}))
    return Project(root)


@pytest.fixture(scope="module")
def after_first_run(bare: Project, tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = copied(bare, tmp_path_factory.mktemp("ready"))
    assert "installing requirements/run.txt" in kapian(project, "serve").stderr
    return project


@pytest.fixture
def new(bare: Project, tmp_path: Path) -> Project:
    """A project before its first run."""
    return copied(bare, tmp_path)


@pytest.fixture
def ready(after_first_run: Project, tmp_path: Path) -> Project:
    """A project after its first run, at another place than that run's."""
    return copied(after_first_run, tmp_path)


def test_a_second_run_installs_nothing_even_where_the_project_was_moved(ready: Project) -> None:
    done = kapian(ready, "serve")
    assert (done.returncode, done.stderr) == (0, "")


def test_arguments_and_the_users_folder_are_passed_on(ready: Project, tmp_path: Path) -> None:
    done = kapian(ready, "review", "我的 笔记.txt", "--no-open", folder=tmp_path)
    assert done.stdout == f"['review', '我的 笔记.txt', '--no-open']\n{tmp_path}\n"


def test_a_module_in_the_users_folder_is_not_taken_for_ours(ready: Project, tmp_path: Path) -> None:
    write(tmp_path / "dependency.py", "raise SystemExit('the wrong one')")
    assert kapian(ready, "serve", folder=tmp_path).returncode == 0


def test_an_interrupted_setup_is_made_anew(ready: Project) -> None:
    (ready.environment / "ready-run").unlink()
    write(ready.environment / "unfinished", "")
    done = kapian(ready, "serve")
    assert "broken or unfinished and is made anew" in done.stderr
    assert done.returncode == 0


def test_a_package_whose_files_were_deleted_is_installed_again(ready: Project) -> None:
    shutil.rmtree(site_packages(ready) / "dependency")
    assert kapian(ready, "serve").returncode == 0


def test_an_environment_whose_python_is_gone_is_not_ready(ready: Project) -> None:
    ready.python.unlink()
    ready.python.symlink_to("/nowhere/python3")
    assert not is_ready(ready, "run")


def test_a_new_lock_file_is_installed_into_the_environment_that_is_there(ready: Project) -> None:
    with ready.requirements("run").open("a") as lock_file:
        lock_file.write("# a comment\n")
    said = kapian(ready, "serve").stderr
    assert "installing requirements/run.txt" in said
    assert "made anew" not in said
    assert is_ready(ready, "run")


def test_two_at_once_set_up_once(new: Project) -> None:
    done: list[subprocess.CompletedProcess[str]] = []
    runs = [threading.Thread(target=lambda: done.append(kapian(new, "serve"))) for _ in range(2)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert [run.returncode for run in done] == [0, 0]
    assert "".join(run.stderr for run in done).count("making an environment") == 1


def test_a_file_that_is_not_the_locked_one_is_refused(new: Project) -> None:
    write(new.requirements("run"), f"dependency==1.0 --hash=sha256:{'0' * 64}\n")
    done = kapian(new, "serve")
    assert done.returncode == 1
    assert "kapian: requirements/run.txt could not be installed" in done.stderr
    assert "Traceback" not in done.stderr


def test_missing_pip_is_named_with_what_to_install(new: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name in ("pip", "ensurepip") else real(name)
    )
    with pytest.raises(SetupError, match="apt-get install python3-pip"):
        set_up(new, "run")


def test_a_folder_that_cannot_be_written_is_named(new: Project) -> None:
    new.root.chmod(0o555)
    done = kapian(new, "serve", before=() if os.geteuid() else BOUND_BY_MODES)
    new.root.chmod(0o755)
    assert done.stderr.startswith(f"kapian: {new.root} cannot be written by you; copy the project")


def kapian(
    project: Project, *arguments: str, folder: Path | None = None, before: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[str]:
    """Run kapian.py as a user would, with the Python that the tests' own environment was made from."""
    python = str(Path(sys.executable).resolve())
    command = [*before, python, str(project.root / "kapian.py"), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)


def copied(project: Project, folder: Path) -> Project:
    """A copy of the project at a path as users have them, with a space and Chinese characters."""
    return Project(shutil.copytree(project.root, folder / "学习 卡片", symlinks=True))


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def wheel(folder: Path, name: str, files: dict[str, str]) -> str:
    """Make a wheel, version 1.0, and return its line for a lock file."""
    folder.mkdir(exist_ok=True)
    about = f"{name}-1.0.dist-info"
    files = files | {
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nGenerator: kapian\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},sha256={record_hash(text)},{len(text)}\n" for path, text in files.items())
    path = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for place, text in (files | {f"{about}/RECORD": f"{record}{about}/RECORD,,\n"}).items():
            archive.writestr(place, text)
    return f"{name}==1.0 --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def record_hash(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")
