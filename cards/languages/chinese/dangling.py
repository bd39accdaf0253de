"""Why a stretch of Chinese cannot be read alone."""

from __future__ import annotations

import re

_FRONTS = re.compile(
    r"这|那(?!不勒斯|曲|拉提)|其(?![他它乐])|该(?!隐)|此|上述|以上|以下|下列|如下|前者|后者|两者|二者|他(?!们?人|国|乡|山)(?:们)?|她|它|牠|祂|"
    r"本(?:法|条例|规定|办法|条|章|文|书|校|市|县|省|州|国|镇|乡|村|区|公司|站|院|片|剧|作|片|集|曲|队|会|社|馆|部)(?!人)|当时|当年|同年|次年|翌年|同月|同日|后来|"
    r"随后|之后|此后|另一|另外|其中|其他|但|而(?!立|今迈)|并(?!行|列|购|发|联)|也(?!门|许)|又|再(?!生|保|造|婚)|则|还(?!原)|却|从而|因而|因此|所以|"
    r"于是|然而|不过|同时|此外|例如|比如|即(?!使|将|时|兴|墨)|以及|以便|否则|不仅|甚至|尤其|特别是|另有|仍|"
    r"的|了|着|们|和(?![平谐睦田县弦])|与(?!会)|或(?!者说)|及(?!时|格)|、|，|,|；|;|。|：|:|”|」|』|）|\)|》"
)
_INSIDE = re.compile(
    r"上述|以上的|以下的|前述|下述|如下|见下|前者|后者|以下(?:简称)?[：:几]|(?:如|见|下|上)(?:图|表)|本文|本章|本节|本书"
)


def dangles(text: str) -> str:
    """Say what points outside of the text ("begins with 其"), or return ""."""
    bare = text.lstrip(" \t\u3000“「『\"'[.]（(")
    if front := _FRONTS.match(bare):
        return f"begins with {front.group()}"
    if inside := _INSIDE.search(text):
        return f"points outside with {inside.group()}"
    return ""
