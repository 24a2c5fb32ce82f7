"""Articles: what is handed in, and what became of it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from articles.jobs import State
from articles.models import Article, Fetch, Snapshot
from claims.accounts.models import Scope
from claims.api.fields import Moment, Text
from claims.api.permissions import is_program
from claims.api.serializers.bodies import Body
from claims.models import Reading


class ArticleBody(Body):
    """A text as it is, or an address to be fetched: exactly one of `text` and `url` alone.

    With both, `url` says where the text stands and nothing is fetched.
    """

    text = Text(required=False, trim_whitespace=False, help_text="The wording, unaltered.")
    url = Text(required=False, max_length=2000)
    headline = Text(required=False, max_length=500)
    byline = Text(required=False, max_length=300)
    language = Text(required=False, max_length=35, help_text="BCP 47; told from the text without.")
    published_at = Moment(required=False)

    def validate(self, given: dict[str, Any]) -> dict[str, Any]:
        if not given.get("text") and not given.get("url"):
            raise serializers.ValidationError({"text": _("Give a text, or a url to fetch.")})
        told = {"headline", "byline", "language", "published_at"} & given.keys()
        if "text" not in given and told:
            raise serializers.ValidationError(
                {name: _("Only together with a text: a page tells this itself.") for name in told}
            )
        return given


class ReadingState(serializers.ModelSerializer):
    """Where the search for claims in the newest wording stands."""

    class Meta:
        model = Reading
        fields = ["state", "reason", "pipeline", "found", "created", "queued_at", "finished_at"]


class ArticleCard(serializers.ModelSerializer):
    outlet = serializers.CharField(source="source.domain", default=None, allow_null=True)
    reading = serializers.SerializerMethodField()
    claims = serializers.IntegerField(source="claim_count", help_text="Claims found in it.")

    class Meta:
        model = Article
        fields = [
            "id", "canonical_url", "outlet", "headline", "byline", "language", "published_at",
            "created_at", "reading", "claims",
        ]  # fmt: skip

    @extend_schema_field(ReadingState(allow_null=True))
    def get_reading(self, article: Article) -> dict[str, Any] | None:
        reading = article.reading
        return ReadingState(reading).data if reading else None


class SnapshotText(serializers.ModelSerializer):
    """The newest wording. `text` is null for a program without the scope `read_desk`."""

    text = serializers.SerializerMethodField()

    class Meta:
        model = Snapshot
        fields = ["number", "sha256", "taken_at", "language", "text"]

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_text(self, snapshot: Snapshot) -> str | None:
        request = self.context["request"]
        may_read = not is_program(request) or Scope.READ_DESK in request.auth.scopes
        return snapshot.text if may_read else None


class OneArticle(ArticleCard):
    snapshot = SnapshotText(allow_null=True)

    class Meta(ArticleCard.Meta):
        fields = [*ArticleCard.Meta.fields, "snapshot"]


class ArticlePage(serializers.Serializer):
    results = ArticleCard(many=True)
    next = serializers.URLField(allow_null=True)


class HandedIn(serializers.Serializer):
    """What handing a text in led to."""

    article = OneArticle()
    is_new_article = serializers.BooleanField()
    is_new_snapshot = serializers.BooleanField(help_text="False: this wording was known already.")


class FetchState(serializers.ModelSerializer):
    """The job of getting an article from its address."""

    state = serializers.ChoiceField(State.choices)
    article = serializers.SerializerMethodField()

    class Meta:
        model = Fetch
        fields = ["id", "url", "state", "reason", "queued_at", "finished_at", "article"]

    @extend_schema_field(serializers.UUIDField(allow_null=True))
    def get_article(self, fetch: Fetch) -> str | None:
        return str(fetch.retrieval.snapshot.article_id) if fetch.retrieval else None
