"""Tokens with what is known of each: class letters, flags, tags of a model."""
