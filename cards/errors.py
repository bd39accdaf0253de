"""What a user can get wrong."""


class CardsError(Exception):
    """Something that the user can mend; the message says where, what, and what to do.

    Command lines print it as it stands and exit with 1; pages show it with a 4xx status. Everything that is
    not a `CardsError` is a mistake of ours and keeps its traceback.
    """
