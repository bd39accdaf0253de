"""python -m webreview: the same as the command kapian."""

from webreview.cli import main

main()
