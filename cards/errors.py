"""What a user can get wrong."""


def to_translate(sentence: str) -> str:
    """Return the sentence as it is; those who collect what is to be translated find it by this call."""
    return sentence


class CardsError(Exception):
    """Something that the user can mend; the message says where, what, and what to do.

    Command lines print it as it stands and exit with 1; pages show it with a 4xx status. Everything that is
    not a `CardsError` is a mistake of ours and keeps its traceback.

    Where the message can reach a page, `sentence` has names in braces for the `values`, so that pages can say it in
    the learner's language.
    """

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence.format(**values) if values else sentence)
        self.sentence = sentence
        self.values = values


class PasswordNeededError(CardsError):
    """A document that opens with a password only, and not with the one that was given, if any."""
