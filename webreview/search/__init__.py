"""The search language: what a learner types into the search box -> a frozen query. Pure.

    parse('deck:Biology (is:due or tag:exam) -"cell wall"')

`parser` reads the whole, `terms` one `key:value`, `tokens` the characters; `query` has the values and `folding` how
texts are compared. webreview/collection/finding.py makes SQL of a query; docs/search.md tells the language.
"""

from webreview.search.parser import parse

__all__ = ["parse"]
