"""Addresses of the desk."""

from django.urls import path

from claims.desk.views import (
    articles,
    claims,
    evidence,
    inbox,
    notices,
    patterns,
    preferences,
    queue,
    readers,
    selections,
    take_in,
    verdicts,
)

app_name = "desk"
urlpatterns = [
    path("", queue.queue_page, name="queue"),
    path("claims/<uuid:claim_id>/", claims.claim_page, name="claim"),
    path("claims/<uuid:claim_id>/do/<slug:verb>/", claims.act, name="act"),
    path("claims/<uuid:claim_id>/edit/", claims.edit, name="edit"),
    path("claims/<uuid:claim_id>/undo/", claims.undo, name="undo"),
    path("claims/<uuid:claim_id>/draft/", verdicts.draft, name="draft"),
    path("claims/<uuid:claim_id>/evidence/", evidence.add, name="evidence"),
    path("evidence/<uuid:evidence_id>/pin/", evidence.pin, name="pin"),
    path("evidence/<uuid:evidence_id>/withdraw/", evidence.withdraw, name="withdraw"),
    path("evidence/<uuid:evidence_id>/capture/", evidence.capture_again, name="capture_again"),
    path("captures/<int:capture_id>/", evidence.kept_copy, name="kept_copy"),
    path("captures/<int:capture_id>/text/", selections.copy_text, name="copy_text"),
    path("mentions/<uuid:mention_id>/move/", selections.move, name="move"),
    path("snapshots/<int:snapshot_id>/claims/", selections.enter, name="enter"),
    path("articles/", articles.article_list, name="articles"),
    path("articles/new/", take_in.take_in_page, name="take_in"),
    path("articles/<uuid:article_id>/", articles.article_page, name="article"),
    path("articles/reading/<int:reading_id>/retry/", articles.retry_reading, name="retry_reading"),
    path("articles/fetch/<uuid:fetch_id>/retry/", articles.retry_fetch, name="retry_fetch"),
    path("inbox/", inbox.inbox_page, name="inbox"),
    path("readers/", readers.readers_page, name="readers"),
    path("disputes/<uuid:dispute_id>/settle/", readers.settle, name="settle"),
    path("claims/<uuid:claim_id>/reply/", readers.ask, name="ask_reply"),
    path("replies/<uuid:request_id>/release/", readers.release, name="release_reply"),
    path("replies/<uuid:request_id>/withdraw/", readers.withdraw, name="withdraw_reply"),
    path("preferences/", preferences.preferences_page, name="preferences"),
    path("session/", preferences.session, name="session"),
    path("logged-in/", preferences.logged_in, name="logged_in"),
    path("notices/", notices.notices_page, name="notices"),
    path("notices/read/", notices.read_all, name="read_all"),
    path("claims/<uuid:claim_id>/watch/", notices.watch_claim, name="watch"),
    path("patterns/", patterns.patterns, name="patterns"),
]
