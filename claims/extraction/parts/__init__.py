"""Clauses and statements of a sentence, each to be read by itself."""
