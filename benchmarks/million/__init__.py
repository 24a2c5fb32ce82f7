"""A desk with a million published claims, to measure on: `python -m benchmarks.million --help`."""
