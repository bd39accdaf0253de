"""What a wanted retention costs."""

# Retention in percent -> how often a card is answered in its first year, with the parameters that FSRS-6 starts with.
# Measured by tools/measure_workload.py.
REVIEWS_A_YEAR = {
    70: 4.5,
    80: 4.9,
    85: 6.3,
    90: 8.1,
    93: 10.0,
    95: 11.5,
    97: 15.8,
    99: 30.7,
}
