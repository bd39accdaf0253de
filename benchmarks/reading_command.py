"""Runs a command of kapian and prints what it and all its processes took.

python -m benchmarks.reading_command ARGUMENT...: a JSON object of seconds, the largest process's peak megabytes, and
the exit code.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time


def main() -> None:
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "webreview", *sys.argv[1:]], stdin=subprocess.DEVNULL, capture_output=True
    )
    seconds = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "megabytes": peak, "code": done.returncode}))


if __name__ == "__main__":
    main()
