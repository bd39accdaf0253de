"""Tallies of answers and cards -> what a statistics page shows. Pure.

`tallies` are the values that the collection counts; `answers`, `retention`, `calendar` and `cards` make of them what is
drawn and told.
"""
