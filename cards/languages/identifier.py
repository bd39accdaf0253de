"""The model that tells languages in letters apart, read without a temporary file."""

from __future__ import annotations

import io
import lzma
from array import array
from functools import cache

import numpy as np
from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

_TYPES = {2: "H", 4: "I", 8: "L"}


@cache
def identifier() -> LanguageIdentifier:
    """Return py3langid's identifier with its own model.

    The library unpacks the model into a temporary file, which a confined process may not write; here its 68 MB are in
    memory for a moment.
    """
    with lzma.open(MODEL_DIR / MODEL_FILE) as packed:
        arrays = np.load(io.BytesIO(packed.read()), allow_pickle=False)
    steps, rows = (
        array(_TYPES[table.dtype.itemsize], np.ascontiguousarray(table).tobytes())
        for table in (arrays["nextmove"], arrays["nextmove_row"])
    )
    return LanguageIdentifier(
        arrays["ptc"],
        arrays["pc"],
        arrays["classes"].tolist(),
        steps,
        arrays["out_feat"].tolist(),
        tk_row=rows,
    )
