"""Other names: 南北战争，又称[美国内战]，是……; 史称「[元弘之乱]」."""

from __future__ import annotations

import re

from cards.writing.chinese.patterns import pattern_writer

_CALLED = re.compile(
    r"(?:又称|又名|亦称|亦名|也称|也叫|简称|俗称|别称|别名|旧称|古称|旧名|原名|本名|史称|世称|合称|统称|学名|尊称|通称|改称|更名|改名)"
    r"(?:为|作|是|叫)?[：:]?[“「《『]?(?P<gap>[^，,。；;、：:“”「」《》『』（）()\s]{2,12})[”」》』]?(?=[，,。；;（(]|$)"
)
_NO_NAME = re.compile(r"^(?:为|是|的|其|该|此|这|那|之)|[的了]$|并|至今")

WRITER = pattern_writer("alias", 0.7, (("又称…", _CALLED),), refused=_NO_NAME)
