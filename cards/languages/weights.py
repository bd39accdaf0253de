"""Tables of weights that ship with the code: a feature, a tab and its weight a line, comments begin with "#"."""

from __future__ import annotations

from importlib.resources import files


def weights_in(package: str, name: str) -> dict[str, float]:
    """Return feature -> weight from the table `name` that stands in the package."""
    lines = (files(package) / name).read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if not line.startswith("#"))
    return {feature: float(weight) for feature, weight in pairs}
