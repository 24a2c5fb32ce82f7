"""Bytes in, readable text out."""

from .readtext import ReadText

__all__ = ["ReadText"]
