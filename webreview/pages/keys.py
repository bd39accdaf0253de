"""The keys of the review page, in the interface's words."""

from __future__ import annotations

from collections.abc import Callable

from webreview.habits import KEYS, Habits


def key_names(habits: Habits, gettext: Callable[[str], str]) -> dict[str, str]:
    """Return what stands on the button of everything that has a key; empty texts where keys are off."""
    if not habits.keys:
        return dict.fromkeys(KEYS, "")
    return {name: shown(key, gettext) for name, key in habits.all_keys().items()}


def shown(key: str, gettext: Callable[[str], str]) -> str:
    """Return the key as it is written: a capital letter is typed with the shift key."""
    if key == " ":
        return gettext("space")
    return f"⇧{key}" if len(key) == 1 and key.isupper() else key


def key_meanings(gettext: Callable[[str], str]) -> dict[str, str]:
    """Return what each key does, in the order in which the help tells it."""
    return {
        "show": gettext("Show the answer, then rate it Good"),
        "again": gettext("Again"),
        "hard": gettext("Hard"),
        "good": gettext("Good"),
        "easy": gettext("Easy"),
        "undo": gettext("Undo, as often as you like"),
        "redo": gettext("Do it again"),
        "source": gettext("The sentence in its document"),
        "triage": gettext("The note in triage"),
        "info": gettext("What is known of the card"),
        "edit": gettext("Edit the note"),
        "speak": gettext("Read it aloud"),
        "flag": gettext("Flag: then 1 to 7, 0 for none"),
        "mark": gettext("Mark the note"),
        "bury-card": gettext("Bury the card until tomorrow"),
        "bury-note": gettext("Bury the note until tomorrow"),
        "suspend-card": gettext("Suspend the card"),
        "suspend-note": gettext("Suspend the note"),
        "delete": gettext("Delete the note"),
        "help": gettext("This list"),
    }


def flag_names(gettext: Callable[[str], str]) -> tuple[str, ...]:
    """Return the names of the flags 0 to 7: Anki's colours."""
    return (
        gettext("No flag"),
        gettext("Red"),
        gettext("Orange"),
        gettext("Green"),
        gettext("Blue"),
        gettext("Pink"),
        gettext("Turquoise"),
        gettext("Purple"),
    )
