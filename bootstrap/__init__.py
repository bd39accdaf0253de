"""What kapian.py does before kapian runs: an environment, a browser for the tests, lock files.

Only the standard library is used here, because nothing else is installed yet.
"""
