"""Outlets, feeds, articles, their wordings and fetches in the admin."""

from .fetches import FetchAdmin
from .outlets import FeedAdmin, SourceAdmin
from .texts import ArticleAdmin, SnapshotAdmin

__all__ = ["ArticleAdmin", "FeedAdmin", "FetchAdmin", "SnapshotAdmin", "SourceAdmin"]
