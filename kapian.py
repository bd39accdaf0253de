#!/usr/bin/env python3
"""Set up whatever is missing, then run kapian. Needs Python 3.11 or newer and pip, nothing else.

    python3 kapian.py review notes.txt    any command of kapian, in an environment of its own (.venv)
    python3 kapian.py test [ARGUMENTS]    all tests, or what pytest makes of the arguments
    python3 kapian.py bench [NAME...]     the benchmarks, as a table
    python3 kapian.py lock [ARGUMENTS]    new lock files in requirements/ (for example `lock --upgrade`)

The first run installs from the package index into the project's folder; later runs need no network.
"""

import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST = (3, 11)


def main() -> None:
    # Nothing above or in this function may need a newer Python, or an old one could not say what is wrong.
    if sys.version_info < OLDEST:
        run_with_newer_python()
    from bootstrap import commands
    from bootstrap.project import SetupError

    try:
        commands.run(ROOT, sys.argv[1:])
    except SetupError as error:
        sys.exit("kapian: {}".format(error))  # noqa: UP032
    except KeyboardInterrupt:
        sys.exit(130)


def run_with_newer_python() -> None:
    """Start again with the newest Python on PATH that is new enough, or say that there is none."""
    for minor in range(20, OLDEST[1] - 1, -1):
        python = shutil.which("python3.{}".format(minor))  # noqa: UP032
        if python:
            os.execv(python, [python, *sys.argv])
    sys.exit(
        "kapian: Python 3.11 or newer is needed; this is {}.{} and there is no newer one on PATH".format(
            *sys.version_info
        )
    )


if __name__ == "__main__":
    main()
