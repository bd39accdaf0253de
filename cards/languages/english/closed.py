"""The closed classes of English: the few hundred words that hold sentences together."""

from __future__ import annotations

DETERMINERS = frozenset(
    "a an the this that these those my your his her its our their each every some any no another either neither "
    "all both half such what whichever whatever".split()
)
QUANTIFIERS = frozenset(
    "many much more most few fewer less least several various numerous certain other own same enough".split()
)
PRONOUNS = frozenset(
    "i you he she it we they me him us them myself yourself himself herself itself ourselves yourselves themselves "
    "one ones someone anyone everyone nobody something anything everything nothing none others mine yours hers ours "
    "theirs oneself somebody anybody everybody".split()
)
RELATIVES = frozenset("which who whom whose that where when what whoever why how".split())
PREPOSITIONS = frozenset(
    "of in on at by for from with without into onto within between among amongst through throughout during against "
    "about above below under over across along around behind beside besides beyond near off out outside inside per "
    "toward towards upon via despite except like unlike versus amid beneath underneath alongside opposite plus minus "
    "concerning regarding including excluding following notwithstanding until till since after before as than up down "
    "due according because-of".split()
)
CONJUNCTIONS = frozenset("and or but nor yet".split())
SUBORDINATORS = frozenset(
    "if because although though while whereas unless whether once so lest provided whenever wherever until".split()
)
BE = frozenset("be is are was were been being am 're isn't aren't wasn't weren't".split())
AUXILIARIES = frozenset("has have had having do does did doesn't don't didn't hasn't haven't hadn't".split())
MODALS = frozenset(
    "can could may might must shall should will would cannot can't couldn't won't wouldn't shouldn't ought 'll".split()
)
ADVERBS = frozenset(
    "not also very often however therefore thus then there here now never always sometimes usually generally too only "
    "just even still already again almost quite rather together instead perhaps maybe soon later ever once twice "
    "furthermore moreover otherwise hence nevertheless nonetheless elsewhere everywhere somewhere well far away ahead "
    "apart aside back forward forwards backward backwards upward downward inward outward today yesterday tomorrow "
    "somewhat indeed meanwhile afterward afterwards likewise else first else's n't so-called respectively alone "
    "i.e. e.g. cf. vs. etc. "
    "thereby thereafter thereof therein whereby wherein abroad anyway altogether thereupon namely seldom alike".split()
)
NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen "
    "zero".split()
)
ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last next".split())
MONTHS = frozenset(
    "January February March April May June July August September October November December".split()
)
