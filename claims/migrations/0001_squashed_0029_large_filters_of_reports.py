"""What the migrations 0001 to 0029 come to, at once, for a desk that is new.

A desk that has begun with them goes on with them. What they did to rows is left out: a new desk has
none. The columns of a table stand in the order in which those migrations added them.
"""

import articles.ids
import articles.jobs
import claims.models.webhook
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models

VIEW = """
CREATE VIEW claims_behind AS
WITH held AS (
    SELECT pull.key_id, NULL::uuid AS endpoint_id, pull.claim_id, pull.sequence, pull.at
    FROM claims_pull pull
    JOIN claims_publicstate state
        ON state.claim_id = pull.claim_id AND state.publication_id > pull.sequence
    UNION ALL
    SELECT following.key_id, NULL, state.claim_id, earlier.sequence, following.at
    FROM claims_following following
    JOIN claims_publicstate state ON state.publication_id > following.sequence
    JOIN LATERAL (
        SELECT max(sequence) AS sequence FROM claims_publication
        WHERE claim_id = state.claim_id
        AND sequence <= following.sequence AND sequence > following.began
    ) earlier ON earlier.sequence IS NOT NULL
    UNION ALL
    SELECT endpoint.key_id, CASE WHEN endpoint.key_id IS NULL THEN endpoint.id END,
        state.claim_id, earlier.sequence, earlier.at
    FROM claims_delivery late
    JOIN claims_webhookendpoint endpoint ON endpoint.id = late.endpoint_id
    JOIN claims_publicstate state ON state.publication_id = late.publication_id
    JOIN LATERAL (
        SELECT delivery.publication_id AS sequence, delivery.done_at AS at
        FROM claims_delivery delivery
        JOIN claims_publication publication ON publication.sequence = delivery.publication_id
        WHERE delivery.endpoint_id = endpoint.id AND delivery.state = 'done'
        AND publication.claim_id = state.claim_id
        ORDER BY delivery.publication_id DESC LIMIT 1
    ) earlier ON true
    WHERE late.state <> 'done'
)
SELECT DISTINCT ON (held.key_id, held.endpoint_id, held.claim_id)
    coalesce(held.key_id::text, held.endpoint_id::text) || ' ' || held.claim_id AS id,
    coalesce(key.name, endpoint.name) AS consumer, held.claim_id, held.sequence, held.at,
    state.publication_id, state.updated_at AS since
FROM held
JOIN claims_publicstate state ON state.claim_id = held.claim_id
LEFT JOIN accounts_servicekey key ON key.id = held.key_id
LEFT JOIN claims_webhookendpoint endpoint ON endpoint.id = held.endpoint_id
WHERE NOT EXISTS (
    SELECT 1 FROM claims_following following WHERE following.key_id = held.key_id
    AND following.sequence >= state.publication_id AND following.began < state.publication_id
) AND NOT EXISTS (
    SELECT 1 FROM claims_pull pull WHERE pull.key_id = held.key_id
    AND pull.claim_id = held.claim_id AND pull.sequence >= state.publication_id
) AND NOT EXISTS (
    SELECT 1 FROM claims_delivery delivery
    JOIN claims_webhookendpoint own ON own.id = delivery.endpoint_id
    WHERE delivery.publication_id = state.publication_id AND delivery.state = 'done'
    AND (own.key_id = held.key_id OR held.key_id IS NULL AND own.id = held.endpoint_id)
)
ORDER BY held.key_id, held.endpoint_id, held.claim_id, held.sequence DESC
"""


class Migration(migrations.Migration):
    replaces = [
        ("claims", "0001_first"),
        ("claims", "0002_jobs_wait_for_their_time"),
        ("claims", "0003_reading_names_its_pipeline_late"),
        ("claims", "0004_public_search"),
        ("claims", "0005_labels_of_jobs"),
        ("claims", "0006_public_figures_replays"),
        ("claims", "0007_second_opinions_and_notices"),
        ("claims", "0008_feedback_media_pages"),
        ("claims", "0009_webhooks"),
        ("claims", "0010_export_files"),
        ("claims", "0011_claims_told_apart"),
        ("claims", "0012_count_for_reports"),
        ("claims", "0013_fill_state_since"),
        ("claims", "0014_dismissed_as_no_claim"),
        ("claims", "0015_ledger"),
        ("claims", "0016_tie_publications"),
        ("claims", "0017_answer_objections"),
        ("claims", "0018_kept_reports"),
        ("claims", "0019_orders_of_the_desk"),
        ("claims", "0020_sources_policy"),
        ("claims", "0021_consumers_behind"),
        ("claims", "0022_check_items"),
        ("claims", "0023_claimant_found_by_part"),
        ("claims", "0024_report_files"),
        ("claims", "0025_lean_summaries"),
        ("claims", "0026_claimant_sides"),
        ("claims", "0027_trail_of_claims"),
        ("claims", "0028_files_of_dossiers"),
        ("claims", "0029_large_filters_of_reports"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0002_rate_count"),
        ("articles", "0003_labels_and_homepage"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TrigramExtension(),
        migrations.CreateModel(
            name="Topic",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, unique=True)),
                ("slug", models.SlugField(max_length=80, unique=True)),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Methodology",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(unique=True)),
                ("title", models.CharField(max_length=200)),
                ("body", models.TextField(help_text="Markdown, shown to readers.")),
                ("adopted_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name_plural": "methodologies",
                "ordering": ["-version"],
                "get_latest_by": "version",
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func="RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'A methodology is not changed: adopt a new version.';",
                            hash="603690c5d08f2ceb24b1c06a1cf278a93312e4b8",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_0da97",
                            table="claims_methodology",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'A methodology is not changed: adopt a new version.';",
                            hash="4d4d468dc7059eb82c104eb0cdbe27ace8e91165",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_e8513",
                            table="claims_methodology",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF current_setting('plumbline.allow_truncate', true) = 'on' THEN RETURN NULL; END IF; RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'A methodology is not changed: adopt a new version.';",
                            hash="0f7dc2ac5bd5a3dd537dcc31a034ef00bb4e61eb",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_8a0a2",
                            table="claims_methodology",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RatingScale",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80)),
                ("version", models.PositiveSmallIntegerField()),
                (
                    "best",
                    models.SmallIntegerField(
                        default=5, help_text="The number of the truest rating."
                    ),
                ),
                (
                    "worst",
                    models.SmallIntegerField(
                        default=1, help_text="The number of the least true rating."
                    ),
                ),
                (
                    "is_current",
                    models.BooleanField(default=False, help_text="Offered for new verdicts."),
                ),
            ],
            options={
                "ordering": ["name", "-version"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("name", "version"), name="ratingscale_version_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_current", True)),
                        fields=("is_current",),
                        name="ratingscale_one_current",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("worst__lt", models.F("best"))),
                        name="ratingscale_worst_below_best",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Rating",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.SlugField(help_text="Stable name for machines.", max_length=40)),
                ("label", models.CharField(max_length=60)),
                ("value", models.SmallIntegerField(blank=True, null=True)),
                (
                    "meaning",
                    models.TextField(help_text="When to use it, for checkers and readers."),
                ),
                ("order", models.PositiveSmallIntegerField()),
                ("retired_at", models.DateTimeField(blank=True, null=True)),
                (
                    "scale",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ratings",
                        to="claims.ratingscale",
                    ),
                ),
            ],
            options={
                "ordering": ["scale", "order"],
                "constraints": [
                    models.UniqueConstraint(fields=("scale", "key"), name="rating_key_once"),
                    models.UniqueConstraint(fields=("scale", "label"), name="rating_label_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("value__isnull", False)),
                        fields=("scale", "value"),
                        name="rating_value_means_one_thing",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="used_rating_is_kept",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF EXISTS (SELECT 1 FROM claims_verdict v WHERE v.rating_id = OLD.id) THEN\n            IF TG_OP = 'DELETE' OR ROW(NEW.scale_id, NEW.key, NEW.label, NEW.value) IS DISTINCT FROM ROW(OLD.scale_id, OLD.key, OLD.label, OLD.value) THEN\n                RAISE EXCEPTION USING MESSAGE = 'A rating that was used is kept as it was. Retire it.', ERRCODE = 'check_violation', CONSTRAINT = 'used_rating_is_kept';\n            END IF;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n        ",
                            hash="3e04f6fedc4f8d94daba8e47e88a05d42828032f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_used_rating_is_kept_751ee",
                            table="claims_rating",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("running", "Running"),
                            ("done", "Done"),
                            ("failed", "Failed"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                ("attempt", models.PositiveIntegerField(default=0, verbose_name="attempt")),
                (
                    "attempt_limit",
                    models.PositiveIntegerField(
                        default=articles.jobs.attempts, verbose_name="last attempt"
                    ),
                ),
                (
                    "heartbeat_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="last sign of life"),
                ),
                (
                    "queued_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="queued"),
                ),
                ("started_at", models.DateTimeField(blank=True, null=True, verbose_name="started")),
                (
                    "finished_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="finished"),
                ),
                (
                    "pipeline",
                    models.CharField(
                        blank=True,
                        help_text="Name and version of the pipeline and its data; empty until it was read.",
                        max_length=120,
                    ),
                ),
                (
                    "found",
                    models.PositiveIntegerField(
                        help_text="Statements the pipeline found.", null=True
                    ),
                ),
                (
                    "created",
                    models.PositiveIntegerField(help_text="Claims that were new.", null=True),
                ),
                (
                    "snapshot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="articles.snapshot",
                    ),
                ),
                (
                    "resend_at",
                    models.DateTimeField(
                        default=articles.jobs.first_resend, verbose_name="sent again"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ("waiting", "running"))),
                        fields=["state", "resend_at"],
                        name="claims_reading_open",
                    ),
                    models.Index(
                        models.F("snapshot"),
                        models.OrderBy(models.F("id"), descending=True),
                        name="reading_of_snapshot",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["waiting", "running", "done", "failed"])),
                        name="claims_reading_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "failed"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="claims_reading_failed_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("finished_at__isnull", True), ("state__in", ("waiting", "running"))
                            ),
                            models.Q(
                                models.Q(("state__in", ("waiting", "running")), _negated=True),
                                ("finished_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="claims_reading_over_when_finished",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "waiting"),
                            models.Q(
                                ("attempt__gte", 1),
                                ("heartbeat_at__isnull", False),
                                ("started_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="claims_reading_started_before_over",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("pipeline", ""), _negated=True),
                        fields=("snapshot", "pipeline"),
                        name="reading_once_per_pipeline",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("waiting", "running"))),
                        fields=("snapshot",),
                        name="reading_one_open_per_snapshot",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Replay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "client",
                    models.CharField(
                        help_text="Key or person, as rates count them.", max_length=80
                    ),
                ),
                ("key", models.CharField(max_length=255)),
                ("fingerprint", models.CharField(max_length=64)),
                ("status", models.PositiveSmallIntegerField(null=True)),
                ("headers", models.JSONField(default=dict)),
                ("body", models.BinaryField(default=bytes)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "indexes": [models.Index(models.F("created_at"), name="replay_age")],
                "constraints": [
                    models.UniqueConstraint(fields=("client", "key"), name="replay_key_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="SavedFilter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                (
                    "query",
                    models.CharField(
                        help_text="As in the address, without the sign ?.", max_length=1000
                    ),
                ),
                (
                    "is_shared",
                    models.BooleanField(default=False, verbose_name="for everybody at the desk"),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saved_filters",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(
                        models.F("name"),
                        condition=models.Q(("is_shared", True)),
                        name="savedfilter_shared",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("owner", "name"), name="savedfilter_name_once"),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="savedfilter_has_a_name",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Page",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        choices=[
                            ("about", "About us"),
                            ("funding", "Funding"),
                            ("contact", "Contact"),
                            ("corrections-policy", "Corrections policy"),
                            ("sources-policy", "Sources policy"),
                        ],
                        max_length=20,
                        unique=True,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                (
                    "body",
                    models.TextField(help_text="Markdown, shown to readers.", max_length=50000),
                ),
                (
                    "changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["place"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("title", ""), _negated=True),
                            models.Q(("body", ""), _negated=True),
                        ),
                        name="page_says_something",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'Pages about the desk are rewritten, never deleted.';",
                            hash="aa6271d4323fd42001d45dc99ba4ba3b95d8d647",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_11d08",
                            table="claims_page",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF current_setting('plumbline.allow_truncate', true) = 'on' THEN RETURN NULL; END IF; RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'Pages about the desk are kept.';",
                            hash="d6f3d6d573177e3e9043c65d88a0b10dd99abd14",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_0416a",
                            table="claims_page",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Following",
            fields=[
                (
                    "key",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="following",
                        serialize=False,
                        to="accounts.servicekey",
                    ),
                ),
                ("began", models.BigIntegerField()),
                ("sequence", models.BigIntegerField()),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.CreateModel(
            name="WebhookEndpoint",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=articles.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="Whose it is, as the desk knows them.", max_length=100
                    ),
                ),
                ("url", models.CharField(max_length=2000, verbose_name="address")),
                (
                    "events",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("claim.published", "A fact-check was published"),
                                ("claim.updated", "Its wording or a name was put right"),
                                ("claim.corrected", "It was corrected"),
                                ("claim.retracted", "It was retracted"),
                                ("endpoint.test", "A test of the endpoint"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("secret", models.CharField(editable=False, max_length=80)),
                ("old_secret", models.CharField(blank=True, editable=False, max_length=80)),
                ("old_secret_until", models.DateTimeField(editable=False, null=True)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("disabled_at", models.DateTimeField(editable=False, null=True)),
                ("disabled_reason", models.CharField(blank=True, editable=False, max_length=300)),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(
                        blank=True,
                        help_text="The program that registered it; it ends with that key.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="webhook_endpoints",
                        to="accounts.servicekey",
                    ),
                ),
            ],
            options={
                "ordering": ["name", "created_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("url__regex", "^https?://")),
                        name="webhookendpoint_url_is_a_web_address",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("secret__regex", "^whsec_[A-Za-z0-9+/=]{32,}$")),
                        name="webhookendpoint_has_a_secret",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "events__contained_by",
                                [
                                    "claim.published",
                                    "claim.updated",
                                    "claim.corrected",
                                    "claim.retracted",
                                    "endpoint.test",
                                ],
                            )
                        ),
                        name="webhookendpoint_events_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("disabled_at", None), ("disabled_reason", "")),
                            models.Q(
                                ("disabled_at__isnull", False),
                                models.Q(("disabled_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="webhookendpoint_disabled_for_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("old_secret", ""), ("old_secret_until", None)),
                            models.Q(
                                models.Q(("old_secret", ""), _negated=True),
                                ("old_secret_until__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="webhookendpoint_old_secret_ends",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ExportFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, unique=True)),
                ("form", models.CharField(max_length=10)),
                ("day", models.DateField()),
                ("bytes", models.PositiveBigIntegerField()),
                ("rows", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("sequence", models.BigIntegerField()),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "ordering": ["-day", "name"],
                "constraints": [
                    models.UniqueConstraint(fields=("day", "form"), name="exportfile_once_a_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportCount",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "figure",
                        "span",
                        "kind",
                        "start",
                        "by",
                        "split",
                        "language",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("figure", models.IntegerField()),
                ("span", models.PositiveSmallIntegerField(choices=[(1, "Day"), (2, "Month")])),
                (
                    "kind",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "Cell"), (2, "Line"), (3, "Column")]
                    ),
                ),
                ("start", models.DateField()),
                ("by", models.IntegerField()),
                ("split", models.IntegerField()),
                ("language", models.IntegerField()),
                ("number", models.PositiveIntegerField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)), name="reportcount_counts_something"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportDay",
            fields=[
                ("day", models.DateField(primary_key=True, serialize=False)),
                ("is_stale", models.BooleanField(default=True)),
                ("counted_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["day"],
                "indexes": [
                    models.Index(
                        models.F("day"),
                        condition=models.Q(("is_stale", True)),
                        name="reportday_stale",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportState",
            fields=[
                (
                    "id",
                    models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False),
                ),
                ("event_id", models.BigIntegerField(default=0)),
                ("shape", models.CharField(blank=True, max_length=64)),
                ("refreshed_at", models.DateTimeField(null=True)),
                ("marked_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("id", 1)), name="reportstate_one_row"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LedgerRoot",
            fields=[
                ("day", models.DateField(primary_key=True, serialize=False)),
                ("chains", models.PositiveIntegerField()),
                ("publications", models.PositiveIntegerField()),
                ("previous", models.CharField(blank=True, max_length=64)),
                ("root", models.CharField(max_length=64, unique=True)),
                (
                    "sealed_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, help_text="When it was computed."
                    ),
                ),
            ],
            options={
                "ordering": ["-day"],
                "get_latest_by": "day",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("root__regex", "^[0-9a-f]{64}$")),
                        name="ledgerroot_is_sha256",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="ledgerroot_follows_the_last",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF EXISTS (SELECT 1 FROM claims_ledgerroot) THEN\n            IF NOT EXISTS (\n                SELECT 1 FROM claims_ledgerroot r\n                WHERE r.day = (SELECT max(l.day) FROM claims_ledgerroot l)\n                AND r.day + 1 = NEW.day AND r.root = NEW.previous\n            ) THEN\n                RAISE EXCEPTION USING MESSAGE = 'A root follows the one of the day before.', ERRCODE = 'check_violation', CONSTRAINT = 'ledgerroot_follows_the_last';\n            END IF;\n        ELSIF NEW.previous <> '' THEN\n            RAISE EXCEPTION USING MESSAGE = 'The first root follows none.', ERRCODE = 'check_violation', CONSTRAINT = 'ledgerroot_follows_the_last';\n        END IF;\n        RETURN NEW;\n        ",
                            hash="2205d01a4e1c3229132ace6800db6fe90c381f18",
                            operation="INSERT",
                            pgid="pgtrigger_ledgerroot_follows_the_last_ab15a",
                            table="claims_ledgerroot",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func="RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'The ledger is only ever added to.';",
                            hash="99b643a7143a06ff8f9d56407359fd098b18dac1",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_73d0d",
                            table="claims_ledgerroot",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'The ledger is only ever added to.';",
                            hash="d3f7df14b86f2b5bb0e5979aceaa757865211742",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_b9353",
                            table="claims_ledgerroot",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF current_setting('plumbline.allow_truncate', true) = 'on' THEN RETURN NULL; END IF; RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'The ledger is only ever added to.';",
                            hash="5381e62f5a489f42deb8598ee165e84a3afdcd20",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_aa424",
                            table="claims_ledgerroot",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportSubscription",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "every",
                    models.CharField(
                        choices=[("week", "Each week"), ("month", "Each month")],
                        default="week",
                        max_length=5,
                        verbose_name="how often",
                    ),
                ),
                ("outlet", models.CharField(blank=True, max_length=253)),
                ("claimant", models.CharField(blank=True, max_length=200)),
                ("topic", models.CharField(blank=True, max_length=80)),
                ("language", models.CharField(blank=True, max_length=10)),
                ("next_on", models.DateField()),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="report_subscriptions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("side", models.CharField(blank=True, max_length=40)),
            ],
            options={
                "ordering": ["owner", "pk"],
                "indexes": [models.Index(models.F("next_on"), name="reportsubscription_due")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=(
                            "owner",
                            "every",
                            "outlet",
                            "claimant",
                            "side",
                            "topic",
                            "language",
                        ),
                        name="reportsubscription_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportMail",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("running", "Running"),
                            ("done", "Done"),
                            ("failed", "Failed"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                ("attempt", models.PositiveIntegerField(default=0, verbose_name="attempt")),
                (
                    "attempt_limit",
                    models.PositiveIntegerField(
                        default=articles.jobs.attempts, verbose_name="last attempt"
                    ),
                ),
                (
                    "heartbeat_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="last sign of life"),
                ),
                (
                    "resend_at",
                    models.DateTimeField(
                        default=articles.jobs.first_resend, verbose_name="sent again"
                    ),
                ),
                (
                    "queued_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="queued"),
                ),
                ("started_at", models.DateTimeField(blank=True, null=True, verbose_name="started")),
                (
                    "finished_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="finished"),
                ),
                ("start", models.DateField()),
                ("end", models.DateField()),
                (
                    "subscription",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mails",
                        to="claims.reportsubscription",
                    ),
                ),
            ],
            options={
                "ordering": ["-queued_at", "-id"],
                "abstract": False,
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ("waiting", "running"))),
                        fields=["state", "resend_at"],
                        name="claims_reportmail_open",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["waiting", "running", "done", "failed"])),
                        name="claims_reportmail_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "failed"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="claims_reportmail_failed_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("finished_at__isnull", True), ("state__in", ("waiting", "running"))
                            ),
                            models.Q(
                                models.Q(("state__in", ("waiting", "running")), _negated=True),
                                ("finished_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="claims_reportmail_over_when_finished",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "waiting"),
                            models.Q(
                                ("attempt__gte", 1),
                                ("heartbeat_at__isnull", False),
                                ("started_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="claims_reportmail_started_before_over",
                    ),
                    models.UniqueConstraint(
                        fields=("subscription", "start", "end"), name="reportmail_once_per_range"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportSnapshot",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=articles.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("start", models.DateField()),
                ("end", models.DateField()),
                ("is_public", models.BooleanField()),
                ("document", models.TextField()),
                ("sha256", models.CharField(max_length=64)),
                ("pdf", models.BinaryField()),
                ("pdf_sha256", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("published_at", models.DateTimeField(null=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("withdrawn_reason", models.CharField(blank=True, max_length=1000)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-made_at", "-pk"],
                "permissions": [("publish_report", "Can publish and withdraw a frozen report")],
                "indexes": [
                    models.Index(
                        models.F("published_at"),
                        condition=models.Q(("published_at__isnull", False)),
                        name="reportsnapshot_published",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="reportsnapshot_has_a_title",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("start__lte", models.F("end"))),
                        name="reportsnapshot_starts_before_end",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("published_at", None), ("published_by", None)),
                            models.Q(
                                ("is_public", True),
                                ("published_at__isnull", False),
                                ("published_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="reportsnapshot_only_public_ones_published",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("withdrawn_at", None),
                                ("withdrawn_by", None),
                                ("withdrawn_reason", ""),
                            ),
                            models.Q(
                                ("published_at__isnull", False),
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_by__isnull", False),
                                models.Q(("withdrawn_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="reportsnapshot_withdrawn_for_a_reason",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="reportsnapshot_document_matches_hash",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF NEW.document <> ''\n            AND NEW.sha256 <> encode(sha256(convert_to(NEW.document, 'UTF8')), 'hex') THEN\n            RAISE EXCEPTION USING MESSAGE = 'The hash is not that of the document.', ERRCODE = 'check_violation', CONSTRAINT = 'reportsnapshot_document_matches_hash';\n        END IF;\n        RETURN NEW;\n        ",
                            hash="8e921f4d50bfbfc475b362cd366ad5632064f002",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_reportsnapshot_document_matches_hash_2acd3",
                            table="claims_reportsnapshot",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="reportsnapshot_published_at_is_frozen",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF OLD.published_at IS NOT NULL AND NEW.published_at IS DISTINCT FROM OLD.published_at THEN RAISE EXCEPTION USING MESSAGE = 'published_at keeps its first value.', ERRCODE = 'check_violation', CONSTRAINT = 'reportsnapshot_published_at_is_frozen'; END IF; RETURN NEW;",
                            hash="747f538c212a74827b067de9e9176e80c0e6ed36",
                            operation="UPDATE",
                            pgid="pgtrigger_reportsnapshot_published_at_is_frozen_4b8b4",
                            table="claims_reportsnapshot",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="reportsnapshot_withdrawn_at_is_frozen",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at THEN RAISE EXCEPTION USING MESSAGE = 'withdrawn_at keeps its first value.', ERRCODE = 'check_violation', CONSTRAINT = 'reportsnapshot_withdrawn_at_is_frozen'; END IF; RETURN NEW;",
                            hash="999b398748cfd635039585bf1540ff136f6d034d",
                            operation="UPDATE",
                            pgid="pgtrigger_reportsnapshot_withdrawn_at_is_frozen_ef7ee",
                            table="claims_reportsnapshot",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."document" IS DISTINCT FROM (NEW."document") OR OLD."end" IS DISTINCT FROM (NEW."end") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_public" IS DISTINCT FROM (NEW."is_public") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id") OR OLD."pdf" IS DISTINCT FROM (NEW."pdf") OR OLD."pdf_sha256" IS DISTINCT FROM (NEW."pdf_sha256") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."start" IS DISTINCT FROM (NEW."start") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                            func="RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'A frozen report stays as it is.';",
                            hash="f67ec637ef2f6a6b01e79596224814ee443702ab",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_ef367",
                            table="claims_reportsnapshot",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'A frozen report stays as it is.';",
                            hash="8e976b0f5953a293e0ba552a4583837f9bcc6b5a",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_d1737",
                            table="claims_reportsnapshot",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF current_setting('plumbline.allow_truncate', true) = 'on' THEN RETURN NULL; END IF; RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'A frozen report stays as it is.';",
                            hash="abc01f81e3eca748f9afbb4bdcce70bb640a5d05",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_5f1b4",
                            table="claims_reportsnapshot",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Behind",
            fields=[
                ("id", models.TextField(primary_key=True, serialize=False)),
                ("consumer", models.TextField()),
                ("sequence", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                ("since", models.DateTimeField()),
            ],
            options={
                "db_table": "claims_behind",
                "ordering": ["since", "id"],
                "managed": False,
            },
        ),
        migrations.CreateModel(
            name="ReportFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("running", "Running"),
                            ("done", "Done"),
                            ("failed", "Failed"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                ("attempt", models.PositiveIntegerField(default=0, verbose_name="attempt")),
                (
                    "attempt_limit",
                    models.PositiveIntegerField(
                        default=articles.jobs.attempts, verbose_name="last attempt"
                    ),
                ),
                (
                    "heartbeat_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="last sign of life"),
                ),
                (
                    "resend_at",
                    models.DateTimeField(
                        default=articles.jobs.first_resend, verbose_name="sent again"
                    ),
                ),
                (
                    "queued_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="queued"),
                ),
                ("started_at", models.DateTimeField(blank=True, null=True, verbose_name="started")),
                (
                    "finished_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="finished"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pdf", "PDF"),
                            ("xlsx", "Excel workbook"),
                            ("json", "JSON"),
                            ("zip", "Pack for an assessor"),
                            ("frozen", "Frozen report"),
                            ("claimant", "Report of a claimant"),
                            ("article", "Report of an article"),
                        ],
                        max_length=8,
                    ),
                ),
                ("start", models.DateField()),
                ("end", models.DateField()),
                ("outlet", models.CharField(blank=True, max_length=253)),
                ("claimant", models.CharField(blank=True, max_length=200)),
                ("topic", models.CharField(blank=True, max_length=80)),
                ("language", models.CharField(blank=True, max_length=10)),
                ("title", models.CharField(blank=True, max_length=200)),
                ("is_public", models.BooleanField(default=False)),
                ("ui_language", models.CharField(max_length=10)),
                ("content", models.BinaryField(null=True)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("size", models.PositiveIntegerField(null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="report_files",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "snapshot",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="claims.reportsnapshot",
                    ),
                ),
                ("side", models.CharField(blank=True, max_length=40)),
                ("subject", models.UUIDField(null=True)),
            ],
            options={
                "ordering": ["-queued_at", "-id"],
                "abstract": False,
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ("waiting", "running"))),
                        fields=["state", "resend_at"],
                        name="claims_reportfile_open",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["waiting", "running", "done", "failed"])),
                        name="claims_reportfile_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "failed"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="claims_reportfile_failed_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("finished_at__isnull", True), ("state__in", ("waiting", "running"))
                            ),
                            models.Q(
                                models.Q(("state__in", ("waiting", "running")), _negated=True),
                                ("finished_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="claims_reportfile_over_when_finished",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "waiting"),
                            models.Q(
                                ("attempt__gte", 1),
                                ("heartbeat_at__isnull", False),
                                ("started_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="claims_reportfile_started_before_over",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "done"), _negated=True),
                            models.Q(
                                ("content__isnull", False),
                                ("size__isnull", False),
                                models.Q(("sha256", ""), _negated=True),
                            ),
                            models.Q(("kind", "frozen"), ("snapshot__isnull", False)),
                            _connector="OR",
                        ),
                        name="reportfile_done_when_made",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("waiting", "running"))),
                        fields=(
                            "asked_by",
                            "kind",
                            "start",
                            "end",
                            "outlet",
                            "claimant",
                            "side",
                            "topic",
                            "language",
                            "title",
                            "is_public",
                            "subject",
                            "ui_language",
                        ),
                        name="reportfile_asked_once",
                        nulls_distinct=False,
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportLabel",
            fields=[
                ("id", models.AutoField(primary_key=True, serialize=False)),
                ("text", models.TextField(unique=True)),
            ],
        ),
        migrations.CreateModel(
            name="Side",
            fields=[
                (
                    "key",
                    models.SlugField(
                        help_text="Letters, digits and hyphens for addresses and files; stays for good.",
                        max_length=40,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("name", models.CharField(max_length=80, unique=True)),
            ],
            options={
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("key", ""), _negated=True),
                            models.Q(("name", ""), _negated=True),
                        ),
                        name="side_has_a_name",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Claimant",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=articles.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("person", "Person"),
                            ("organisation", "Organisation"),
                            ("group", "Group"),
                            ("unknown", "Unknown"),
                        ],
                        default="unknown",
                        max_length=12,
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        help_text="Office or function, as readers should see it.",
                        max_length=200,
                    ),
                ),
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        help_text="Other spellings, separated by commas.",
                        size=None,
                    ),
                ),
                (
                    "same_as",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.URLField(max_length=500),
                        blank=True,
                        default=list,
                        help_text="Pages that identify the person or organisation, such as Wikidata.",
                        size=None,
                    ),
                ),
                (
                    "is_private_person",
                    models.BooleanField(
                        default=False,
                        help_text="Not a public figure: the editor is warned before anything is out.",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "side",
                    models.ForeignKey(
                        blank=True,
                        help_text="For the figures of the desk; readers never see it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claimants",
                        to="claims.side",
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
                "indexes": [
                    models.Index(
                        django.db.models.functions.text.Lower("name"), name="claimant_name_folded"
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["aliases"], name="claimant_aliases"
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass(
                            django.db.models.functions.text.Upper("name"), name="gin_trgm_ops"
                        ),
                        name="claimant_name_part",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="claimant_has_a_name"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Claim",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=articles.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        help_text="Understandable on its own, without the article.",
                        max_length=2000,
                        verbose_name="claim",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("quantity", "Figure"),
                            ("event", "Event"),
                            ("state", "State of things"),
                            ("quotation", "Quotation"),
                            ("denial", "Denial"),
                            ("prediction", "Prediction"),
                            ("promise", "Promise"),
                            ("demand", "Demand"),
                            ("hope", "Hope"),
                            ("opinion", "Opinion"),
                            ("image", "Image"),
                            ("video", "Video"),
                        ],
                        default="state",
                        max_length=12,
                    ),
                ),
                ("language", models.CharField(default="en", max_length=10)),
                (
                    "said_on",
                    models.DateField(
                        blank=True,
                        help_text="When the claim was made, if known.",
                        null=True,
                        verbose_name="said on",
                    ),
                ),
                (
                    "worth",
                    models.FloatField(
                        default=0.5,
                        help_text="0 to 1, from the extraction; by hand 1.",
                        verbose_name="check-worthiness",
                    ),
                ),
                (
                    "reasons",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        help_text="Codes of why the extraction found it worth checking.",
                        size=None,
                    ),
                ),
                (
                    "features",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="What the extraction saw; basis of its report.",
                    ),
                ),
                (
                    "priority",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="Higher comes first, 0 to 3."
                    ),
                ),
                ("deadline", models.DateTimeField(blank=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("candidate", "Candidate"),
                            ("queued", "Queued"),
                            ("in_progress", "In progress"),
                            ("checked", "Checked"),
                            ("dismissed", "Dismissed"),
                            ("duplicate", "Duplicate"),
                        ],
                        default="candidate",
                        editable=False,
                        max_length=12,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("lease_until", models.DateTimeField(blank=True, editable=False, null=True)),
                ("reserved_until", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "dismissal_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_checkable", "Cannot be checked"),
                            ("opinion", "Opinion"),
                            ("prediction", "About the future"),
                            ("trivial", "True but trivial"),
                            ("off_topic", "Not our subject"),
                            ("bad_extraction", "Badly extracted"),
                            ("no_capacity", "No capacity"),
                            ("not_a_claim", "Not a claim at all"),
                            ("other", "Other, see note"),
                        ],
                        editable=False,
                        max_length=16,
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        editable=False,
                        help_text="Frozen when published.",
                        max_length=120,
                        null=True,
                        unique=True,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "changed_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("mention_count", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector(
                            "text", config="simple"
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "assignee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assigned_claims",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "duplicate_of",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duplicates",
                        to="claims.claim",
                    ),
                ),
                (
                    "lease_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reserved_for",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "claimant",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to="claims.claimant",
                    ),
                ),
                (
                    "topics",
                    models.ManyToManyField(blank=True, related_name="claims", to="claims.topic"),
                ),
            ],
            options={
                "ordering": ["-priority", "-worth", "created_at"],
                "permissions": [
                    ("accept_claim", "Can accept a candidate into the queue"),
                    ("dismiss_claim", "Can dismiss a claim"),
                    ("merge_claim", "Can mark a claim as a duplicate"),
                    ("reopen_claim", "Can reopen a dismissed or duplicate claim"),
                    ("take_claim", "Can take a claim to check it"),
                    ("take_over_claim", "Can take a claim from a colleague"),
                    ("assign_claim", "Can assign claims, set priority and deadline"),
                ],
                "get_latest_by": "created_at",
                "indexes": [
                    models.Index(
                        models.F("state"),
                        models.OrderBy(models.F("priority"), descending=True),
                        models.OrderBy(models.F("worth"), descending=True),
                        models.F("created_at"),
                        models.F("id"),
                        name="claim_queue_order",
                    ),
                    models.Index(
                        models.F("state"),
                        models.F("created_at"),
                        models.F("id"),
                        name="claim_state_age",
                    ),
                    models.Index(
                        models.F("state"),
                        models.OrderBy(models.F("deadline"), nulls_last=True),
                        models.F("id"),
                        name="claim_deadline",
                    ),
                    models.Index(
                        models.F("claimant"), models.F("created_at"), name="claim_claimant_age"
                    ),
                    models.Index(
                        models.F("language"), models.F("state"), name="claim_language_state"
                    ),
                    models.Index(models.F("kind"), models.F("state"), name="claim_kind_state"),
                    models.Index(models.F("lease_by"), models.F("lease_until"), name="claim_lease"),
                    models.Index(
                        models.F("assignee"), models.F("state"), name="claim_assignee_state"
                    ),
                    models.Index(models.F("worth"), models.F("id"), name="claim_worth"),
                    models.Index(
                        models.F("state"),
                        models.OrderBy(models.F("mention_count"), descending=True),
                        models.F("id"),
                        name="claim_reach",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["search"], name="claim_search"
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass("text", name="gin_trgm_ops"),
                        name="claim_text_trigrams",
                    ),
                    models.Index(models.F("created_at"), name="claim_arrived"),
                    models.Index(
                        models.OrderBy(models.F("priority"), descending=True),
                        models.OrderBy(models.F("worth"), descending=True),
                        models.F("created_at"),
                        models.F("id"),
                        name="claim_order",
                    ),
                    models.Index(
                        models.OrderBy(models.F("mention_count"), descending=True),
                        models.F("id"),
                        name="claim_order_by_reach",
                    ),
                    models.Index(
                        models.OrderBy(models.F("deadline"), nulls_last=True),
                        models.F("id"),
                        name="claim_order_by_deadline",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="claim_has_words"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "candidate",
                                    "queued",
                                    "in_progress",
                                    "checked",
                                    "dismissed",
                                    "duplicate",
                                ],
                            )
                        ),
                        name="claim_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("worth__gte", 0), ("worth__lte", 1)),
                        name="claim_worth_from_0_to_1",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("priority__lte", 3)), name="claim_priority_up_to_3"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("lease_by__isnull", False),
                                ("lease_until__isnull", False),
                                ("state", "in_progress"),
                            ),
                            models.Q(
                                models.Q(("state", "in_progress"), _negated=True),
                                ("lease_by", None),
                                ("lease_until", None),
                            ),
                            _connector="OR",
                        ),
                        name="claim_leased_exactly_while_in_progress",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "dismissed"), ("dismissal_reason", ""), _connector="XOR"
                        ),
                        name="claim_dismissed_with_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "duplicate"), ("duplicate_of", None), _connector="XOR"
                        ),
                        name="claim_duplicate_of_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("duplicate_of", models.F("id")), _negated=True),
                        name="claim_not_its_own_duplicate",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="claim_moves_along_the_table",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF TG_OP = 'INSERT' THEN\n            IF NEW.state NOT IN ('candidate', 'queued') THEN\n                RAISE EXCEPTION USING MESSAGE = 'A claim starts as a candidate or queued.', ERRCODE = 'check_violation', CONSTRAINT = 'claim_moves_along_the_table';\n            END IF;\n        ELSIF NEW.state <> OLD.state\n            AND (OLD.state, NEW.state) NOT IN (('candidate', 'queued'), ('candidate', 'dismissed'), ('candidate', 'duplicate'), ('queued', 'in_progress'), ('queued', 'dismissed'), ('queued', 'duplicate'), ('in_progress', 'queued'), ('in_progress', 'dismissed'), ('in_progress', 'duplicate'), ('in_progress', 'checked'), ('checked', 'in_progress'), ('checked', 'queued'), ('dismissed', 'queued'), ('duplicate', 'queued'))\n            AND NOT (\n                (OLD.state, NEW.state) IN (('queued', 'candidate'), ('dismissed', 'candidate'), ('dismissed', 'in_progress'), ('duplicate', 'candidate'), ('duplicate', 'in_progress'))\n                AND NEW.undone_event_id IS NOT NULL\n                AND NEW.undone_event_id IS DISTINCT FROM OLD.undone_event_id\n            ) THEN\n            RAISE EXCEPTION USING MESSAGE = 'This claim cannot move to that state.', ERRCODE = 'check_violation', CONSTRAINT = 'claim_moves_along_the_table';\n        END IF;\n        RETURN NEW;\n        ",
                            hash="02527752db3d0bfdf594c16d2fd404cd3c8c01a4",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_claim_moves_along_the_table_9aa87",
                            table="claims_claim",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="claim_with_verdict_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.\"state\" IN ('dismissed', 'duplicate'))",
                            func="\n        IF NEW.state IN ('dismissed', 'duplicate') AND EXISTS (\n            SELECT 1 FROM claims_verdict v\n            WHERE v.claim_id = NEW.id AND v.state IN ('draft', 'submitted', 'changes_requested', 'approved', 'published')\n        ) THEN\n            RAISE EXCEPTION USING MESSAGE = 'A claim with an open or published verdict stays.', ERRCODE = 'check_violation', CONSTRAINT = 'claim_with_verdict_stays';\n        END IF;\n        RETURN NEW;\n        ",
                            hash="182fa5048701af3b42598cbb4034f662f0cafc92",
                            operation="UPDATE",
                            pgid="pgtrigger_claim_with_verdict_stays_9d349",
                            table="claims_claim",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="duplicate_depth_one",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (NEW."duplicate_of_id" IS NOT NULL)',
                            func="\n        PERFORM 1 FROM claims_claim WHERE id = NEW.duplicate_of_id FOR SHARE;\n        IF EXISTS (\n            SELECT 1 FROM claims_claim\n            WHERE id = NEW.duplicate_of_id AND duplicate_of_id IS NOT NULL\n        ) OR EXISTS (SELECT 1 FROM claims_claim WHERE duplicate_of_id = NEW.id) THEN\n            RAISE EXCEPTION USING MESSAGE = 'A duplicate points at a claim that is not a duplicate itself.', ERRCODE = 'check_violation', CONSTRAINT = 'duplicate_depth_one';\n        END IF;\n        RETURN NEW;\n        ",
                            hash="097e54f6b454119608beb34f3e761b52c67b2669",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_duplicate_depth_one_df152",
                            table="claims_claim",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="claim_slug_is_frozen",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF OLD.slug IS NOT NULL AND NEW.slug IS DISTINCT FROM OLD.slug THEN RAISE EXCEPTION USING MESSAGE = 'slug keeps its first value.', ERRCODE = 'check_violation', CONSTRAINT = 'claim_slug_is_frozen'; END IF; RETURN NEW;",
                            hash="b17e34e8f62681b4959b4b0a4ff177bb4b24f6fb",
                            operation="UPDATE",
                            pgid="pgtrigger_claim_slug_is_frozen_76c90",
                            table="claims_claim",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'Claims are dismissed, never deleted.';",
                            hash="f4cdc195f0589497f4b7199db421f47eea0c675c",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_01c2b",
                            table="claims_claim",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF current_setting('plumbline.allow_truncate', true) = 'on' THEN RETURN NULL; END IF; RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'Claims are kept.';",
                            hash="ed2a98ebc583fba68be4bf05f7967aa8240e1685",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_59b54",
                            table="claims_claim",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("chain", models.CharField(max_length=36)),
                ("position", models.PositiveIntegerField()),
                ("kind", models.CharField(max_length=60)),
                ("at", models.DateTimeField()),
                (
                    "subject",
                    models.CharField(
                        blank=True,
                        help_text="What else it concerns, such as verdict:<id>.",
                        max_length=100,
                    ),
                ),
                ("from_state", models.CharField(blank=True, max_length=20)),
                ("to_state", models.CharField(blank=True, max_length=20)),
                ("commitments", models.JSONField(default=dict)),
                ("previous_hash", models.CharField(blank=True, max_length=64)),
                ("hash", models.CharField(max_length=64)),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="claims.claim",
                    ),
                ),
            ],
            options={
                "ordering": ["chain", "position"],
                "indexes": [
                    models.Index(models.F("kind"), models.F("at"), name="event_kind_time"),
                    models.Index(models.F("actor"), models.F("at"), name="event_actor_time"),
                    models.Index(models.F("at"), name="event_time"),
                    models.Index(
                        fields=["claim", "id"],
                        include=("kind", "at", "position", "actor"),
                        name="event_trail",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("chain", "position"), name="event_position_once"
                    ),
                    models.UniqueConstraint(fields=("hash",), name="event_hash_once"),
                    models.CheckConstraint(
                        condition=models.Q(("hash__regex", "^[0-9a-f]{64}$")),
                        name="event_hash_is_sha256",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="event_continues_its_chain",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF ROW(NEW.position, NEW.previous_hash) IS DISTINCT FROM (\n            SELECT ROW(coalesce(max(e.position), 0) + 1, coalesce((\n                SELECT l.hash FROM claims_event l WHERE l.chain = NEW.chain\n                ORDER BY l.position DESC LIMIT 1\n            ), '')) FROM claims_event e WHERE e.chain = NEW.chain\n        ) THEN\n            RAISE EXCEPTION USING MESSAGE = 'An event continues its chain.', ERRCODE = 'check_violation', CONSTRAINT = 'event_continues_its_chain';\n        END IF;\n        RETURN NEW;\n        ",
                            hash="68ee18e48d7f6ce05fd69b8494320130b196e2b0",
                            operation="INSERT",
                            pgid="pgtrigger_event_continues_its_chain_425fa",
                            table="claims_event",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func="RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'The trail is only ever added to.';",
                            hash="f0266adf126059c252b4f037b3055d69266ac234",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_4d8d2",
                            table="claims_event",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'The trail is only ever added to.';",
                            hash="51660e51d8272df04ce93c6cdf89c1d2f301b14c",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_d8f91",
                            table="claims_event",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF current_setting('plumbline.allow_truncate', true) = 'on' THEN RETURN NULL; END IF; RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'The trail is only ever added to.';",
                            hash="297035b502c6abda90fa677d78f21dcaa74e6f64",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_d5c02",
                            table="claims_event",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="event_in_an_open_day",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF EXISTS (\n            SELECT 1 FROM claims_ledgerroot r WHERE r.day >= (NEW.at AT TIME ZONE 'UTC')::date\n        ) THEN\n            RAISE EXCEPTION USING MESSAGE = 'The ledger has sealed this day. Does the clock of this machine go wrong?', ERRCODE = 'check_violation', CONSTRAINT = 'event_in_an_open_day';\n        END IF;\n        RETURN NEW;\n        ",
                            hash="5e303ddbead588dee0e1515c1d391155d5757cb0",
                            operation="INSERT",
                            pgid="pgtrigger_event_in_an_open_day_6d1b1",
                            table="claims_event",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Verdict",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=articles.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(editable=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("submitted", "Submitted"),
                            ("changes_requested", "Changes requested"),
                            ("approved", "Approved"),
                            ("published", "Published"),
                            ("superseded", "Superseded"),
                            ("retracted", "Retracted"),
                            ("abandoned", "Abandoned"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=18,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "said",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("confirmed", "Said so"),
                            ("inaccurate", "Not in these words"),
                            ("out_of_context", "Out of context"),
                            ("not_found", "No trace found"),
                            ("not_checked", "Not checked"),
                        ],
                        help_text="For reported speech.",
                        max_length=14,
                        verbose_name="was it said?",
                    ),
                ),
                (
                    "confidence",
                    models.CharField(
                        blank=True,
                        choices=[("low", "Low"), ("medium", "Medium"), ("high", "High")],
                        max_length=6,
                    ),
                ),
                (
                    "headline",
                    models.CharField(
                        blank=True,
                        help_text="Of the public page. Empty: the claim itself.",
                        max_length=200,
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        help_text="What a reader takes away, in two sentences.",
                        max_length=1000,
                    ),
                ),
                (
                    "rationale",
                    models.TextField(
                        blank=True,
                        help_text="Markdown. Cite evidence by its number: [1][2].",
                        max_length=50000,
                    ),
                ),
                (
                    "correction_type",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("verdict", "Error in the verdict"),
                            ("evidence", "Error in the evidence"),
                            ("attribution", "Error in the attribution"),
                            ("typo", "Typing or language error"),
                            ("new_information", "New information"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "public_note",
                    models.TextField(
                        blank=True,
                        help_text="What was corrected and why, for readers.",
                        max_length=2000,
                    ),
                ),
                (
                    "waiver_reason",
                    models.TextField(
                        blank=True,
                        editable=False,
                        help_text="Why it may be out without captured evidence; readers see it.",
                        max_length=2000,
                    ),
                ),
                ("document", models.TextField(blank=True, editable=False)),
                ("content_hash", models.CharField(blank=True, editable=False, max_length=64)),
                (
                    "drafted_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "saved_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("submitted_at", models.DateTimeField(editable=False, null=True)),
                ("returned_at", models.DateTimeField(editable=False, null=True)),
                (
                    "return_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("evidence", "Evidence is missing or weak"),
                            ("reasoning", "The rationale does not carry the rating"),
                            ("attribution", "Who said what is not right"),
                            ("wording", "Wording"),
                            ("fairness", "The other side is missing"),
                            ("other", "Other, see note"),
                        ],
                        editable=False,
                        max_length=11,
                    ),
                ),
                ("return_note", models.TextField(blank=True, editable=False, max_length=5000)),
                ("approved_at", models.DateTimeField(editable=False, null=True)),
                ("published_at", models.DateTimeField(editable=False, null=True)),
                ("superseded_at", models.DateTimeField(editable=False, null=True)),
                ("retracted_at", models.DateTimeField(editable=False, null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verdicts",
                        to="claims.claim",
                    ),
                ),
                (
                    "corrects",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="claims.verdict",
                    ),
                ),
                (
                    "methodology",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="claims.methodology",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "rating",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verdicts",
                        to="claims.rating",
                    ),
                ),
                (
                    "returned_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "waived_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "media",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("OriginalMediaContent", "Original"),
                            ("DecontextualizedContent", "Missing context"),
                            ("EditedOrCroppedContent", "Edited or cropped"),
                            ("TransformedContent", "Transformed: manipulated or generated"),
                            ("StagedContent", "Staged"),
                            ("SatireOrParodyContent", "Satire or parody"),
                        ],
                        help_text="Where the claim is about an image or a video.",
                        max_length=30,
                        verbose_name="image or video",
                    ),
                ),
                (
                    "media_context",
                    models.TextField(
                        blank=True,
                        help_text="What the original shows: where, when, whose it is.",
                        max_length=1000,
                        verbose_name="its context",
                    ),
                ),
                (
                    "media_original",
                    models.URLField(
                        blank=True,
                        help_text="Address of the unchanged image or video, if it was found.",
                        max_length=2000,
                        verbose_name="original",
                    ),
                ),
            ],
            options={
                "ordering": ["claim", "-number"],
                "permissions": [
                    ("draft_verdict", "Can draft and submit verdicts"),
                    ("approve_verdict", "Can approve a verdict"),
                    ("return_verdict", "Can return a verdict"),
                    ("publish_verdict", "Can publish an approved verdict"),
                    ("correct_verdict", "Can start a correction"),
                    ("retract_verdict", "Can request and confirm a retraction"),
                    ("waive_evidence", "Can waive captured evidence"),
                ],
                "get_latest_by": "number",
                "indexes": [
                    models.Index(
                        models.F("state"),
                        models.F("submitted_at"),
                        models.F("id"),
                        name="verdict_inbox",
                    ),
                    models.Index(models.F("published_at"), name="verdict_published"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("claim", "number"), name="verdict_number_once"),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("state__in", ("draft", "submitted", "changes_requested", "approved"))
                        ),
                        fields=("claim",),
                        name="verdict_one_open_per_claim",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "published")),
                        fields=("claim",),
                        name="verdict_one_live_per_claim",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "draft",
                                    "submitted",
                                    "changes_requested",
                                    "approved",
                                    "published",
                                    "superseded",
                                    "retracted",
                                    "abandoned",
                                ],
                            )
                        ),
                        name="verdict_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["draft", "changes_requested", "abandoned"]),
                            models.Q(
                                ("content_hash__regex", "^[0-9a-f]{64}$"),
                                ("submitted_at__isnull", False),
                                ("submitted_by__isnull", False),
                                models.Q(("document", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="verdict_submitted_with_its_document",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("approved_at__isnull", False),
                                ("approved_by__isnull", False),
                                ("state__in", ["approved", "published", "superseded", "retracted"]),
                            ),
                            models.Q(
                                ("approved_at", None),
                                ("approved_by", None),
                                (
                                    "state__in",
                                    ["draft", "submitted", "changes_requested", "abandoned"],
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="verdict_approved_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("published_at__isnull", False),
                                ("published_by__isnull", False),
                                ("state__in", ["published", "superseded", "retracted"]),
                            ),
                            models.Q(
                                models.Q(
                                    ("state__in", ["published", "superseded", "retracted"]),
                                    _negated=True,
                                ),
                                ("published_at", None),
                                ("published_by", None),
                            ),
                            _connector="OR",
                        ),
                        name="verdict_published_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "superseded"), ("superseded_at__isnull", False)),
                            models.Q(
                                models.Q(("state", "superseded"), _negated=True),
                                ("superseded_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="verdict_superseded_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("retracted_at__isnull", False), ("state", "retracted")),
                            models.Q(
                                models.Q(("state", "retracted"), _negated=True),
                                ("retracted_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="verdict_retracted_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("correction_type", ""), ("corrects", None)),
                            models.Q(
                                ("corrects__isnull", False),
                                models.Q(("correction_type", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="verdict_correction_has_a_type",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("waived_by", None), ("waiver_reason", "")),
                            models.Q(
                                models.Q(("waiver_reason", ""), _negated=True),
                                ("waived_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="verdict_waived_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("corrects", models.F("id")), _negated=True),
                        name="verdict_does_not_correct_itself",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="verdict_moves_along_the_table",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF TG_OP = 'INSERT' THEN\n            IF NEW.state <> 'draft' THEN\n                RAISE EXCEPTION USING MESSAGE = 'A verdict starts as a draft.', ERRCODE = 'check_violation', CONSTRAINT = 'verdict_moves_along_the_table';\n            END IF;\n        ELSIF NEW.state <> OLD.state\n            AND (OLD.state, NEW.state) NOT IN (('draft', 'submitted'), ('draft', 'abandoned'), ('submitted', 'draft'), ('submitted', 'changes_requested'), ('submitted', 'approved'), ('submitted', 'abandoned'), ('changes_requested', 'draft'), ('changes_requested', 'abandoned'), ('approved', 'published'), ('approved', 'draft'), ('approved', 'abandoned'), ('published', 'superseded'), ('published', 'retracted')) THEN\n            RAISE EXCEPTION USING MESSAGE = 'This verdict cannot move to that state.', ERRCODE = 'check_violation', CONSTRAINT = 'verdict_moves_along_the_table';\n        END IF;\n        RETURN NEW;\n        ",
                            hash="a3bf16827b47c392615b46f3f9527d1946e82841",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_verdict_moves_along_the_table_40dad",
                            table="claims_verdict",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="verdict_on_a_living_claim",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF NEW.state IN ('draft', 'submitted', 'changes_requested', 'approved', 'published') AND EXISTS (\n            SELECT 1 FROM claims_claim c\n            WHERE c.id = NEW.claim_id AND c.state IN ('dismissed', 'duplicate')\n        ) THEN\n            RAISE EXCEPTION USING MESSAGE = 'A dismissed or duplicate claim gets no verdict.', ERRCODE = 'check_violation', CONSTRAINT = 'verdict_on_a_living_claim';\n        END IF;\n        RETURN NEW;\n        ",
                            hash="2c9e008f288f4a5363e0ca265993890d0c2495d8",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_verdict_on_a_living_claim_b4897",
                            table="claims_verdict",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="verdict_is_kept",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION USING MESSAGE = 'Verdicts are kept.', ERRCODE = 'check_violation', CONSTRAINT = 'verdict_is_kept';",
                            hash="4c2587fdf39de6f13f46db69c9d21f5f6ee48999",
                            operation="DELETE",
                            pgid="pgtrigger_verdict_is_kept_31247",
                            table="claims_verdict",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="verdict_needs_four_eyes",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (NEW."approved_by_id" IS NOT NULL)',
                            func="\n        IF EXISTS (\n            SELECT 1 FROM claims_verdictauthor a\n            WHERE a.verdict_id = NEW.id AND a.user_id = NEW.approved_by_id\n        ) THEN\n            RAISE EXCEPTION USING MESSAGE = 'Someone other than an author has to approve.', ERRCODE = 'check_violation', CONSTRAINT = 'verdict_needs_four_eyes';\n        END IF;\n        RETURN NEW;\n        ",
                            hash="2d734fdd59fa10f32163589a690defab6a7a146d",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_verdict_needs_four_eyes_a445b",
                            table="claims_verdict",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="verdict_document_matches_hash",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF NEW.document <> ''\n            AND NEW.content_hash <> encode(sha256(convert_to(NEW.document, 'UTF8')), 'hex') THEN\n            RAISE EXCEPTION USING MESSAGE = 'The hash is not that of the document.', ERRCODE = 'check_violation', CONSTRAINT = 'verdict_document_matches_hash';\n        END IF;\n        RETURN NEW;\n        ",
                            hash="a50f3de492a3d6e15d524cfc523b1ed3aa534b16",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_verdict_document_matches_hash_72d6d",
                            table="claims_verdict",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="published_verdict_is_complete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.\"state\" = 'published' AND NOT (OLD.\"state\" = 'published'))",
                            func="\n        IF NEW.rating_id IS NULL OR btrim(NEW.rationale) = '' OR (\n            NEW.waiver_reason = '' AND NOT EXISTS (\n                SELECT 1 FROM claims_citation t\n                JOIN claims_evidence e ON e.id = t.evidence_id\n                JOIN claims_capture c ON c.evidence_id = e.id\n                WHERE t.verdict_id = NEW.id AND e.quote <> ''\n            )\n        ) THEN\n            RAISE EXCEPTION USING MESSAGE = 'A published verdict has a rating, a rationale and captured evidence.', ERRCODE = 'check_violation', CONSTRAINT = 'published_verdict_is_complete';\n        END IF;\n        RETURN NEW;\n        ",
                            hash="7a34ec38fa9372ea3b602ead465cd734f20b6f07",
                            operation="UPDATE",
                            pgid="pgtrigger_published_verdict_is_complete_31d83",
                            table="claims_verdict",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="verdict_published_at_is_frozen",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF OLD.published_at IS NOT NULL AND NEW.published_at IS DISTINCT FROM OLD.published_at THEN RAISE EXCEPTION USING MESSAGE = 'published_at keeps its first value.', ERRCODE = 'check_violation', CONSTRAINT = 'verdict_published_at_is_frozen'; END IF; RETURN NEW;",
                            hash="6ececb504f501ea6ee5d9b459b53f68a8cee105e",
                            operation="UPDATE",
                            pgid="pgtrigger_verdict_published_at_is_frozen_35d36",
                            table="claims_verdict",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="verdict_superseded_at_is_frozen",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF OLD.superseded_at IS NOT NULL AND NEW.superseded_at IS DISTINCT FROM OLD.superseded_at THEN RAISE EXCEPTION USING MESSAGE = 'superseded_at keeps its first value.', ERRCODE = 'check_violation', CONSTRAINT = 'verdict_superseded_at_is_frozen'; END IF; RETURN NEW;",
                            hash="45d171e7b5a4386903f742225e1a55c3c38d3899",
                            operation="UPDATE",
                            pgid="pgtrigger_verdict_superseded_at_is_frozen_fe55f",
                            table="claims_verdict",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="verdict_retracted_at_is_frozen",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF OLD.retracted_at IS NOT NULL AND NEW.retracted_at IS DISTINCT FROM OLD.retracted_at THEN RAISE EXCEPTION USING MESSAGE = 'retracted_at keeps its first value.', ERRCODE = 'check_violation', CONSTRAINT = 'verdict_retracted_at_is_frozen'; END IF; RETURN NEW;",
                            hash="828b28db8c1dcf9f7fb7e8e0b3f81eaac041bd86",
                            operation="UPDATE",
                            pgid="pgtrigger_verdict_retracted_at_is_frozen_a8a6a",
                            table="claims_verdict",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF current_setting('plumbline.allow_truncate', true) = 'on' THEN RETURN NULL; END IF; RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'Verdicts are kept.';",
                            hash="5eb328e3a1cc4bbb41037c2d083b71a1a5d87dc0",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_880de",
                            table="claims_verdict",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="verdict_text_is_frozen",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF OLD.state IN ('submitted', 'approved', 'published', 'superseded', 'retracted') AND NEW.state <> 'draft'\n            AND ROW(NEW.claim_id, NEW.number, NEW.rating_id, NEW.said, NEW.confidence, NEW.headline, NEW.summary, NEW.rationale, NEW.media, NEW.media_original, NEW.media_context, NEW.methodology_id, NEW.corrects_id, NEW.correction_type, NEW.public_note, NEW.document, NEW.content_hash) IS DISTINCT FROM ROW(OLD.claim_id, OLD.number, OLD.rating_id, OLD.said, OLD.confidence, OLD.headline, OLD.summary, OLD.rationale, OLD.media, OLD.media_original, OLD.media_context, OLD.methodology_id, OLD.corrects_id, OLD.correction_type, OLD.public_note, OLD.document, OLD.content_hash) THEN\n            RAISE EXCEPTION USING MESSAGE = 'The text of a submitted verdict does not change.', ERRCODE = 'check_violation', CONSTRAINT = 'verdict_text_is_frozen';\n        END IF;\n        RETURN NEW;\n        ",
                            hash="d975ec4712e2a73ab683aebaec7dff4993bc76e6",
                            operation="UPDATE",
                            pgid="pgtrigger_verdict_text_is_frozen_fd811",
                            table="claims_verdict",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("sequence", models.BigIntegerField(primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("published", "Published"),
                            ("corrected", "Corrected"),
                            ("clerical", "Clerical fix"),
                            ("renamed", "Claimant renamed"),
                            ("replied", "Reply of the claimant added"),
                            ("retracted", "Retracted"),
                        ],
                        max_length=10,
                    ),
                ),
                ("document", models.TextField()),
                ("sha256", models.CharField(max_length=64)),
                (
                    "published_at",
                    models.DateTimeField(help_text="Strictly rising with sequence.", unique=True),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
                        to="claims.claim",
                    ),
                ),
                (
                    "verdict",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
                        to="claims.verdict",
                    ),
                ),
            ],
            options={
                "ordering": ["sequence"],
                "get_latest_by": "sequence",
                "indexes": [
                    models.Index(
                        models.F("claim"),
                        models.OrderBy(models.F("sequence"), descending=True),
                        name="publication_of_claim",
                    ),
                    models.Index(
                        models.OrderBy(models.F("sequence"), descending=True),
                        condition=models.Q(("kind__in", ["corrected", "clerical", "retracted"])),
                        name="publication_changes",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sequence__gte", 1)), name="publication_counts_from_1"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("document", ""), _negated=True),
                        name="publication_has_a_document",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="publication_follows_the_last",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF NEW.sequence <> (SELECT coalesce(max(p.sequence), 0) + 1 FROM claims_publication p) THEN\n            RAISE EXCEPTION USING MESSAGE = 'A publication takes the next number of the sequence.', ERRCODE = 'check_violation', CONSTRAINT = 'publication_follows_the_last';\n        END IF;\n        RETURN NEW;\n        ",
                            hash="deb4604e9a36da30992db54379d2448c06139efd",
                            operation="INSERT",
                            pgid="pgtrigger_publication_follows_the_last_1efc4",
                            table="claims_publication",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="publication_document_matches_hash",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF NEW.document <> ''\n            AND NEW.sha256 <> encode(sha256(convert_to(NEW.document, 'UTF8')), 'hex') THEN\n            RAISE EXCEPTION USING MESSAGE = 'The hash is not that of the document.', ERRCODE = 'check_violation', CONSTRAINT = 'publication_document_matches_hash';\n        END IF;\n        RETURN NEW;\n        ",
                            hash="2de9f684e0fca4385da8b9e7f55ae8bc0989b128",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_publication_document_matches_hash_815e0",
                            table="claims_publication",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func="RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'What was published is never changed or removed.';",
                            hash="d35d698af06f68089e26eb2e6b006a23a05a1186",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_7836c",
                            table="claims_publication",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'What was published is never changed or removed.';",
                            hash="f484974ceffbe04c70fa2c115fdde890744bbf62",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_30161",
                            table="claims_publication",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF current_setting('plumbline.allow_truncate', true) = 'on' THEN RETURN NULL; END IF; RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'What was published is never changed or removed.';",
                            hash="8d6a8238840d23f713025aaf231131d74fe4da18",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_b8642",
                            table="claims_publication",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Outbox",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("handled_at", models.DateTimeField(null=True)),
                (
                    "event",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outbox",
                        to="claims.event",
                    ),
                ),
                (
                    "publication",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outbox",
                        to="claims.publication",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "outbox",
                "ordering": ["id"],
                "indexes": [
                    models.Index(
                        models.F("id"),
                        condition=models.Q(("handled_at", None)),
                        name="outbox_waiting",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("event", None), ("publication", None), _connector="XOR"
                        ),
                        name="outbox_names_one_cause",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Mention",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=articles.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("segments", models.JSONField(blank=True, default=list)),
                ("quote", models.TextField()),
                ("sentence_start", models.PositiveIntegerField()),
                ("sentence_end", models.PositiveIntegerField()),
                (
                    "speaker",
                    models.CharField(
                        blank=True, help_text="As the article names them.", max_length=200
                    ),
                ),
                (
                    "reported_by",
                    models.CharField(
                        blank=True,
                        help_text="Who passes on what the speaker said, if another.",
                        max_length=200,
                    ),
                ),
                (
                    "cue",
                    models.CharField(
                        blank=True, help_text="The word that reports it.", max_length=80
                    ),
                ),
                (
                    "stance",
                    models.CharField(
                        choices=[
                            ("asserts", "Asserts"),
                            ("concedes", "Concedes"),
                            ("believes", "Believes"),
                            ("warns", "Warns"),
                            ("predicts", "Predicts"),
                            ("promises", "Promises"),
                            ("demands", "Demands"),
                            ("hopes", "Hopes"),
                            ("questions", "Questions"),
                            ("disputes", "Disputes"),
                            ("denies", "Denies"),
                        ],
                        default="asserts",
                        max_length=12,
                    ),
                ),
                (
                    "quotation",
                    models.CharField(
                        choices=[
                            ("direct", "Direct speech"),
                            ("indirect", "Indirect speech"),
                            ("mixed", "Partly quoted"),
                            ("none", "The article's own words"),
                        ],
                        default="none",
                        max_length=8,
                    ),
                ),
                ("dates", models.JSONField(blank=True, default=list)),
                ("entities", models.JSONField(blank=True, default=list)),
                (
                    "anchor",
                    models.CharField(
                        choices=[("exact", "In place"), ("lost", "Gone from the newest wording")],
                        default="exact",
                        editable=False,
                        max_length=5,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="claims.claim",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "snapshot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="articles.snapshot",
                    ),
                ),
                (
                    "reading",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="claims.reading",
                    ),
                ),
            ],
            options={
                "ordering": ["snapshot", "start", "end"],
                "indexes": [
                    models.Index(
                        models.F("snapshot"), models.F("start"), name="mention_in_reading_order"
                    ),
                    models.Index(models.F("created_at"), name="mention_came_in"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("start__lt", models.F("end"))),
                        name="mention_start_before_end",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sentence_start__lt", models.F("sentence_end")),
                            ("sentence_start__lte", models.F("start")),
                        ),
                        name="mention_within_its_sentences",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "stance__in",
                                [
                                    "asserts",
                                    "concedes",
                                    "believes",
                                    "warns",
                                    "predicts",
                                    "promises",
                                    "demands",
                                    "hopes",
                                    "questions",
                                    "disputes",
                                    "denies",
                                ],
                            )
                        ),
                        name="mention_stance_known",
                    ),
                    models.UniqueConstraint(
                        fields=("claim", "snapshot", "start", "end"), name="mention_once_per_claim"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("reading__isnull", False)),
                        fields=("snapshot", "start", "end"),
                        name="mention_found_once",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="mention_quote_is_in_the_snapshot",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF NEW.quote IS DISTINCT FROM (\n            SELECT substr(s.text, NEW.start + 1, NEW.\"end\" - NEW.start)\n            FROM articles_snapshot s WHERE s.id = NEW.snapshot_id\n        ) THEN\n            RAISE EXCEPTION USING MESSAGE = 'The quote is not what the snapshot says there.', ERRCODE = 'check_violation', CONSTRAINT = 'mention_quote_is_in_the_snapshot';\n        END IF;\n        RETURN NEW;\n        ",
                            hash="04ae04a4956a17c02087a9c3246b59701b7f8915",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_mention_quote_is_in_the_snapshot_f986e",
                            table="claims_mention",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="mentions_are_counted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF TG_OP <> 'INSERT' THEN\n            UPDATE claims_claim SET mention_count = mention_count - 1 WHERE id = OLD.claim_id;\n        END IF;\n        IF TG_OP <> 'DELETE' THEN\n            UPDATE claims_claim SET mention_count = mention_count + 1 WHERE id = NEW.claim_id;\n        END IF;\n        RETURN NULL;\n        ",
                            hash="7b88c845bdcbd91adf47656baa88ecc502beedff",
                            operation='INSERT OR DELETE OR UPDATE OF "claim_id"',
                            pgid="pgtrigger_mentions_are_counted_fe37f",
                            table="claims_mention",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Quantity",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("text", models.TextField()),
                ("kind", models.CharField(max_length=20)),
                ("value", models.FloatField(blank=True, null=True)),
                ("low", models.FloatField(blank=True, null=True)),
                ("high", models.FloatField(blank=True, null=True)),
                ("from_value", models.FloatField(blank=True, null=True)),
                ("to_value", models.FloatField(blank=True, null=True)),
                ("change", models.FloatField(blank=True, null=True)),
                ("unit", models.CharField(blank=True, max_length=40)),
                (
                    "what",
                    models.CharField(
                        blank=True, help_text="What is counted or measured.", max_length=200
                    ),
                ),
                ("period", models.CharField(blank=True, max_length=100)),
                ("comparison", models.CharField(blank=True, max_length=12)),
                ("approximate", models.BooleanField(default=False)),
                (
                    "consistent",
                    models.BooleanField(
                        help_text="Whether the arithmetic of a stated change holds.", null=True
                    ),
                ),
                (
                    "mention",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="quantities",
                        to="claims.mention",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "quantities",
                "ordering": ["mention", "start"],
                "indexes": [
                    models.Index(models.F("value"), name="quantity_value"),
                    models.Index(models.F("to_value"), name="quantity_to_value"),
                    models.Index(models.F("from_value"), name="quantity_from_value"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("start__lt", models.F("end"))),
                        name="quantity_start_before_end",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RetractionRequest",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=articles.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("reason", models.TextField(help_text="Readers see it.", max_length=2000)),
                ("requested_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "is_confirmed",
                    models.BooleanField(help_text="Empty while undecided.", null=True),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "requested_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "verdict",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="retraction_requests",
                        to="claims.verdict",
                    ),
                ),
            ],
            options={
                "ordering": ["requested_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="retraction_has_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("is_confirmed", True), _negated=True),
                            models.Q(("decided_by", models.F("requested_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="retraction_needs_two_editors",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_at", None), ("decided_by", None), ("is_confirmed", None)
                            ),
                            models.Q(
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                                ("is_confirmed__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="retraction_decided_by_somebody",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_confirmed", None)),
                        fields=("verdict",),
                        name="retraction_one_open_request",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VerdictAuthor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="authorships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "verdict",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="authorships",
                        to="claims.verdict",
                    ),
                ),
            ],
            options={
                "ordering": ["verdict", "since"],
                "constraints": [
                    models.UniqueConstraint(fields=("verdict", "user"), name="verdictauthor_once")
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="author_is_not_the_approver",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        PERFORM 1 FROM claims_verdict WHERE id = NEW.verdict_id FOR UPDATE;\n        IF EXISTS (\n            SELECT 1 FROM claims_verdict v\n            WHERE v.id = NEW.verdict_id AND v.approved_by_id = NEW.user_id\n        ) THEN\n            RAISE EXCEPTION USING MESSAGE = 'Who approved a verdict cannot become its author.', ERRCODE = 'check_violation', CONSTRAINT = 'author_is_not_the_approver';\n        END IF;\n        RETURN NEW;\n        ",
                            hash="f680b386b1ef063d0d89a43097e94553f25504ab",
                            operation="INSERT",
                            pgid="pgtrigger_author_is_not_the_approver_718f3",
                            table="claims_verdictauthor",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func="RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'Who wrote a verdict stays its author.';",
                            hash="946ca3105ba238bbddc746ea33881178f5c5b09c",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_70213",
                            table="claims_verdictauthor",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'Who wrote a verdict stays its author.';",
                            hash="6203718f2e426f7dd233b33560e2961b5ff5af49",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_9dcff",
                            table="claims_verdictauthor",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF current_setting('plumbline.allow_truncate', true) = 'on' THEN RETURN NULL; END IF; RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'Who wrote a verdict stays its author.';",
                            hash="89c2169aba06133bea26d83094b8f35e2222ac5e",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_57b4a",
                            table="claims_verdictauthor",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicState",
            fields=[
                (
                    "claim",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="public_state",
                        serialize=False,
                        to="claims.claim",
                    ),
                ),
                ("slug", models.SlugField(max_length=120, unique=True)),
                ("is_retracted", models.BooleanField(default=False)),
                (
                    "is_under_review",
                    models.BooleanField(
                        default=False, help_text="A correction is in progress; readers see a mark."
                    ),
                ),
                ("rating_key", models.CharField(max_length=40)),
                ("language", models.CharField(max_length=10)),
                ("kind", models.CharField(max_length=12)),
                ("topics", models.JSONField(default=list, help_text="Slugs.")),
                ("outlets", models.JSONField(default=list, help_text="Hosts of the articles.")),
                ("said_on", models.DateField(null=True)),
                ("words", models.TextField(help_text="What a text search looks through.")),
                ("first_published_at", models.DateTimeField()),
                ("updated_at", models.DateTimeField()),
                (
                    "claimant",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="public_states",
                        to="claims.claimant",
                    ),
                ),
                (
                    "publication",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="claims.publication",
                    ),
                ),
                (
                    "search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector(
                            "words", config="simple"
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        models.OrderBy(models.F("first_published_at"), descending=True),
                        models.OrderBy(models.F("claim"), descending=True),
                        condition=models.Q(("is_retracted", False)),
                        name="publicstate_newest",
                    ),
                    models.Index(
                        models.F("updated_at"), models.F("claim"), name="publicstate_updated"
                    ),
                    models.Index(
                        models.F("rating_key"),
                        models.OrderBy(models.F("first_published_at"), descending=True),
                        name="publicstate_rating",
                    ),
                    models.Index(
                        models.F("claimant"),
                        models.OrderBy(models.F("first_published_at"), descending=True),
                        name="publicstate_claimant",
                    ),
                    models.Index(
                        models.F("language"),
                        models.OrderBy(models.F("first_published_at"), descending=True),
                        name="publicstate_language",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["search"], name="publicstate_search"
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass("topics", name="jsonb_path_ops"),
                        name="publicstate_topics",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass("outlets", name="jsonb_path_ops"),
                        name="publicstate_outlets",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="publicstate_first_published_at_is_frozen",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF OLD.first_published_at IS NOT NULL AND NEW.first_published_at IS DISTINCT FROM OLD.first_published_at THEN RAISE EXCEPTION USING MESSAGE = 'first_published_at keeps its first value.', ERRCODE = 'check_violation', CONSTRAINT = 'publicstate_first_published_at_is_frozen'; END IF; RETURN NEW;",
                            hash="1db4f43094e7526a41f930cb5b78ac956886c5c7",
                            operation="UPDATE",
                            pgid="pgtrigger_publicstate_first_published_at_is_frozen_2748c",
                            table="claims_publicstate",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="publicstate_slug_is_frozen",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF OLD.slug IS NOT NULL AND NEW.slug IS DISTINCT FROM OLD.slug THEN RAISE EXCEPTION USING MESSAGE = 'slug keeps its first value.', ERRCODE = 'check_violation', CONSTRAINT = 'publicstate_slug_is_frozen'; END IF; RETURN NEW;",
                            hash="e10607a2b1e50f15e24e962890eef446c0028379",
                            operation="UPDATE",
                            pgid="pgtrigger_publicstate_slug_is_frozen_8e5cb",
                            table="claims_publicstate",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF current_setting('plumbline.allow_truncate', true) = 'on' THEN RETURN NULL; END IF; RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'The public state is kept.';",
                            hash="bbea2ac8b21d1ef1a9c4f095002f2a2b05f0c572",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_fea17",
                            table="claims_publicstate",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("body", models.TextField(max_length=5000)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="claims.claim",
                    ),
                ),
            ],
            options={
                "ordering": ["claim", "created_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("body", ""), _negated=True), name="comment_has_words"
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func="RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'A comment stays as it was written.';",
                            hash="1aa3f7e6d75fb1b92adb8607c8bd818faad486cd",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_f5181",
                            table="claims_comment",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'A comment stays as it was written.';",
                            hash="5ebbe766c521cee54c3f45b9d92a9b9fa29ed3a7",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_09eab",
                            table="claims_comment",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF current_setting('plumbline.allow_truncate', true) = 'on' THEN RETURN NULL; END IF; RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'A comment stays as it was written.';",
                            hash="6eadd9a442fe8b406773894687acfbe56b5c7498",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_ea3b9",
                            table="claims_comment",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EventDetail",
            fields=[
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="detail",
                        serialize=False,
                        to="claims.event",
                    ),
                ),
                ("data", models.JSONField(null=True)),
                ("salt", models.CharField(blank=True, max_length=64)),
                (
                    "erased_by_event",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="claims.event",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("data__isnull", False), ("erased_by_event", None)),
                            models.Q(
                                ("data__isnull", True),
                                ("erased_by_event__isnull", False),
                                ("salt", ""),
                            ),
                            _connector="OR",
                        ),
                        name="eventdetail_whole_or_erased",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="eventdetail_kept_or_erased",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF TG_OP = 'DELETE' THEN\n                RAISE EXCEPTION USING MESSAGE = 'A detail is erased, not deleted.', ERRCODE = 'check_violation', CONSTRAINT = 'eventdetail_kept_or_erased';\n            ELSIF NEW.erased_by_event_id IS NULL OR NEW.data IS NOT NULL OR NEW.salt <> ''\n                OR ROW(NEW.event_id) IS DISTINCT FROM ROW(OLD.event_id)\n                OR OLD.erased_by_event_id IS NOT NULL THEN\n                RAISE EXCEPTION USING MESSAGE = 'A detail is not changed; it can only be erased whole.', ERRCODE = 'check_violation', CONSTRAINT = 'eventdetail_kept_or_erased';\n            END IF;\n            RETURN NEW;\n            ",
                            hash="4981fade6ab2218c3e5d0c7e58c32a3dfe4d3f15",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_eventdetail_kept_or_erased_57502",
                            table="claims_eventdetail",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF current_setting('plumbline.allow_truncate', true) = 'on' THEN RETURN NULL; END IF; RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'Details are erased one by one.';",
                            hash="fed0352415a085e93c245e568de00bffd896a758",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_e8750",
                            table="claims_eventdetail",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=articles.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        editable=False,
                        help_text="The rationale cites it as [number]. Never given twice.",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("primary", "Primary source"),
                            ("statistics", "Official statistics"),
                            ("expert", "Expert"),
                            ("news", "News report"),
                            ("other", "Other"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "stance",
                    models.CharField(
                        choices=[
                            ("supports", "Supports the claim"),
                            ("contradicts", "Contradicts the claim"),
                            ("context", "Context"),
                        ],
                        max_length=11,
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                ("publisher", models.CharField(blank=True, max_length=200)),
                ("url", models.URLField(blank=True, max_length=2000, verbose_name="address")),
                ("published_on", models.DateField(blank=True, null=True)),
                (
                    "quote",
                    models.TextField(
                        blank=True,
                        help_text="The words that carry the point.",
                        max_length=5000,
                        verbose_name="pinned quote",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True, help_text="For the desk; never published.", max_length=5000
                    ),
                ),
                (
                    "independence",
                    models.CharField(
                        choices=[
                            ("independent", "Independent of the claimant"),
                            ("party", "From the claimant's side"),
                            ("unknown", "Unknown"),
                        ],
                        default="unknown",
                        max_length=11,
                    ),
                ),
                (
                    "is_protected_source",
                    models.BooleanField(
                        default=False,
                        help_text="Readers see that there is such evidence, not who or where.",
                        verbose_name="protected source",
                    ),
                ),
                (
                    "archive_url",
                    models.URLField(blank=True, max_length=2000, verbose_name="outside archive"),
                ),
                (
                    "added_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("withdrawn_at", models.DateTimeField(editable=False, null=True)),
                ("withdrawn_reason", models.CharField(blank=True, editable=False, max_length=300)),
                (
                    "added_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="claims.claim",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "evidence",
                "ordering": ["claim", "number"],
                "permissions": [("withdraw_evidence", "Can withdraw evidence")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("claim", "number"), name="evidence_number_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="evidence_has_a_title",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at", None), ("withdrawn_by", None)),
                            models.Q(
                                ("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="evidence_withdrawn_by_somebody",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="cited_evidence_is_frozen",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF EXISTS (\n            SELECT 1 FROM claims_citation t JOIN claims_verdict v ON v.id = t.verdict_id\n            WHERE t.evidence_id = OLD.id AND v.state IN ('published', 'superseded', 'retracted')\n        ) THEN\n            IF TG_OP = 'DELETE' OR ROW(NEW.claim_id, NEW.number, NEW.kind, NEW.stance, NEW.title, NEW.publisher, NEW.url, NEW.quote, NEW.note, NEW.independence, NEW.is_protected_source, NEW.published_on, NEW.archive_url) IS DISTINCT FROM ROW(OLD.claim_id, OLD.number, OLD.kind, OLD.stance, OLD.title, OLD.publisher, OLD.url, OLD.quote, OLD.note, OLD.independence, OLD.is_protected_source, OLD.published_on, OLD.archive_url) THEN\n                RAISE EXCEPTION USING MESSAGE = 'Evidence behind a published verdict does not change.', ERRCODE = 'check_violation', CONSTRAINT = 'cited_evidence_is_frozen';\n            END IF;\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n        ",
                            hash="6e680a43da11104fa009f6ba1e2db7de99fd1356",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_cited_evidence_is_frozen_8e566",
                            table="claims_evidence",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Citation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="citations",
                        to="claims.evidence",
                    ),
                ),
                (
                    "verdict",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="claims.verdict",
                    ),
                ),
            ],
            options={
                "ordering": ["verdict", "evidence__number"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("verdict"), models.F("evidence"), name="citation_once"
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="citation_is_frozen",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF EXISTS (\n            SELECT 1 FROM claims_verdict v\n            WHERE v.state IN ('published', 'superseded', 'retracted')\n            AND v.id = CASE WHEN TG_OP = 'INSERT' THEN NEW.verdict_id ELSE OLD.verdict_id END\n        ) THEN\n            RAISE EXCEPTION USING MESSAGE = 'The evidence of a published verdict does not change.', ERRCODE = 'check_violation', CONSTRAINT = 'citation_is_frozen';\n        END IF;\n        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n        RETURN NEW;\n        ",
                            hash="81538393d60238993e28302e88023fa63d579913",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_citation_is_frozen_385ec",
                            table="claims_citation",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CaptureJob",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("running", "Running"),
                            ("done", "Done"),
                            ("failed", "Failed"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                ("attempt", models.PositiveIntegerField(default=0, verbose_name="attempt")),
                (
                    "attempt_limit",
                    models.PositiveIntegerField(
                        default=articles.jobs.attempts, verbose_name="last attempt"
                    ),
                ),
                (
                    "heartbeat_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="last sign of life"),
                ),
                (
                    "queued_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="queued"),
                ),
                ("started_at", models.DateTimeField(blank=True, null=True, verbose_name="started")),
                (
                    "finished_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="finished"),
                ),
                ("url", models.URLField(max_length=2000)),
                (
                    "requested_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="capture_jobs",
                        to="claims.evidence",
                    ),
                ),
                (
                    "resend_at",
                    models.DateTimeField(
                        default=articles.jobs.first_resend, verbose_name="sent again"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ("waiting", "running"))),
                        fields=["state", "resend_at"],
                        name="claims_capturejob_open",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["waiting", "running", "done", "failed"])),
                        name="claims_capturejob_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "failed"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="claims_capturejob_failed_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("finished_at__isnull", True), ("state__in", ("waiting", "running"))
                            ),
                            models.Q(
                                models.Q(("state__in", ("waiting", "running")), _negated=True),
                                ("finished_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="claims_capturejob_over_when_finished",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "waiting"),
                            models.Q(
                                ("attempt__gte", 1),
                                ("heartbeat_at__isnull", False),
                                ("started_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="claims_capturejob_started_before_over",
                    ),
                ],
                "ordering": ["-queued_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Capture",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[("upload", "Uploaded"), ("fetch", "Fetched")], max_length=6
                    ),
                ),
                (
                    "url",
                    models.URLField(
                        blank=True, help_text="Where it was found in the end.", max_length=2000
                    ),
                ),
                ("file_name", models.CharField(blank=True, max_length=200)),
                ("media_type", models.CharField(max_length=100)),
                ("size", models.PositiveBigIntegerField(help_text="Bytes.")),
                ("sha256", models.CharField(max_length=64)),
                ("text", models.TextField(blank=True)),
                ("captured_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "captured_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="captures",
                        to="claims.evidence",
                    ),
                ),
            ],
            options={
                "ordering": ["evidence", "captured_at"],
                "get_latest_by": "captured_at",
                "indexes": [models.Index(models.F("sha256"), name="capture_sha256")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")),
                        name="capture_sha256_is_hex",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func="RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'A kept copy of evidence is never changed or removed.';",
                            hash="e871347dccdb9516e759c9748b92e9d836483b04",
                            operation="UPDATE",
                            pgid="pgtrigger_no_update_ce9eb",
                            table="claims_capture",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'A kept copy of evidence is never changed or removed.';",
                            hash="b24fb029f12546aed77b916c0926e25a66ad395b",
                            operation="DELETE",
                            pgid="pgtrigger_no_delete_f97a9",
                            table="claims_capture",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF current_setting('plumbline.allow_truncate', true) = 'on' THEN RETURN NULL; END IF; RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'A kept copy of evidence is never changed or removed.';",
                            hash="9996f88477b6f834c951270580d95f9c8f1eb8c5",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_f404d",
                            table="claims_capture",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicFigure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("value", models.FloatField()),
                ("unit", models.CharField(blank=True, max_length=40)),
                (
                    "state",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="figures",
                        to="claims.publicstate",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(models.F("value"), models.F("state"), name="publicfigure_value"),
                    models.Index(
                        models.F("unit"), models.F("value"), name="publicfigure_unit_value"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("state", "value", "unit"), name="publicfigure_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Watch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="watches",
                        to="claims.claim",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="watches",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["claim", "since"],
                "constraints": [
                    models.UniqueConstraint(fields=("claim", "user"), name="watch_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "because",
                    models.CharField(
                        choices=[
                            ("assigned", "It was assigned to you"),
                            ("named", "You were named in a comment"),
                            ("yours", "You worked on it"),
                            ("watched", "You watch it"),
                            ("to_decide", "It waits for an editor"),
                        ],
                        max_length=9,
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("read_at", models.DateTimeField(null=True)),
                ("mailed_at", models.DateTimeField(null=True)),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="claims.event",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notices",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
                "indexes": [
                    models.Index(
                        models.F("user"),
                        models.OrderBy(models.F("id"), descending=True),
                        name="notice_of_person",
                    ),
                    models.Index(
                        models.F("user"),
                        condition=models.Q(("read_at", None)),
                        name="notice_unread",
                    ),
                    models.Index(
                        models.F("id"),
                        condition=models.Q(("mailed_at", None), ("read_at", None)),
                        name="notice_unmailed",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("user", "event"), name="notice_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="SecondOpinion",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=articles.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "cause",
                    models.CharField(
                        choices=[
                            ("sample", "By sample"),
                            ("flag", "By a risk flag"),
                            ("asked", "Asked for by an editor"),
                        ],
                        max_length=6,
                    ),
                ),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "first_said",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("confirmed", "Said so"),
                            ("inaccurate", "Not in these words"),
                            ("out_of_context", "Out of context"),
                            ("not_found", "No trace found"),
                            ("not_checked", "Not checked"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "said",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("confirmed", "Said so"),
                            ("inaccurate", "Not in these words"),
                            ("out_of_context", "Out of context"),
                            ("not_found", "No trace found"),
                            ("not_checked", "Not checked"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True, help_text="Why, in a few sentences.", max_length=5000
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "ruling",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("first", "The first answer holds"),
                            ("second", "The second answer holds"),
                            ("neither", "Neither answer holds"),
                            ("waived", "Let go without an answer"),
                        ],
                        max_length=7,
                    ),
                ),
                ("ruling_note", models.TextField(blank=True, max_length=5000)),
                ("settled_at", models.DateTimeField(null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "checker",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="second_opinions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "first_rating",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="claims.rating",
                    ),
                ),
                (
                    "rating",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="claims.rating",
                    ),
                ),
                (
                    "ruled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "verdict",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="second_opinion",
                        to="claims.verdict",
                    ),
                ),
            ],
            options={
                "ordering": ["asked_at"],
                "indexes": [
                    models.Index(
                        models.F("asked_at"),
                        condition=models.Q(("settled_at", None)),
                        name="second_opinion_open",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("checker", None), ("rating", None)),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("checker__isnull", False),
                                ("rating__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="second_opinion_answered_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ruled_by", None), ("ruling", "")),
                            models.Q(
                                ("ruled_by__isnull", False),
                                ("settled_at__isnull", False),
                                models.Q(("ruling", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="second_opinion_ruled_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ruled_by", models.F("checker")), _negated=True),
                        name="second_opinion_not_ruled_by_its_checker",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("settled_at", None),
                            ("ruled_by__isnull", False),
                            models.Q(
                                ("rating", models.F("first_rating")),
                                ("said", models.F("first_said")),
                            ),
                            _connector="OR",
                        ),
                        name="second_opinion_settled_by_agreement_or_ruling",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="second_checker_is_no_author",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n        IF EXISTS (\n            SELECT 1 FROM claims_verdictauthor a\n            WHERE a.verdict_id = NEW.verdict_id\n                AND a.user_id IN (NEW.checker_id, NEW.ruled_by_id)\n        ) THEN\n            RAISE EXCEPTION USING MESSAGE = 'An author of a verdict neither checks nor rules on it.', ERRCODE = 'check_violation', CONSTRAINT = 'second_checker_is_no_author';\n        END IF;\n        IF TG_OP = 'UPDATE' AND OLD.answered_at IS NOT NULL\n            AND ROW(NEW.rating_id, NEW.said, NEW.note, NEW.checker_id)\n                IS DISTINCT FROM ROW(OLD.rating_id, OLD.said, OLD.note, OLD.checker_id) THEN\n            RAISE EXCEPTION USING MESSAGE = 'A second answer stays as it was given.', ERRCODE = 'check_violation', CONSTRAINT = 'second_checker_is_no_author';\n        END IF;\n        RETURN NEW;\n        ",
                            hash="f04fbf45df67f30951a5008ac1c384bdda63720e",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_second_checker_is_no_author_0572e",
                            table="claims_secondopinion",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Dispute",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=articles.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("text", models.TextField(max_length=5000)),
                ("url", models.URLField(blank=True, max_length=2000, verbose_name="evidence")),
                ("name", models.CharField(blank=True, max_length=200)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("received_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("settled_at", models.DateTimeField(null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("corrected", "Right: a correction follows"),
                            ("declined", "Not right: nothing changes"),
                            ("not_an_objection", "No objection to this fact-check"),
                        ],
                        max_length=16,
                    ),
                ),
                ("note", models.TextField(blank=True, help_text="For the desk.", max_length=2000)),
                (
                    "settled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "verdict",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disputes",
                        to="claims.verdict",
                    ),
                ),
                (
                    "answer",
                    models.TextField(
                        blank=True, help_text="Mailed to the reader.", max_length=5000
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["-received_at", "-id"],
                "permissions": [("settle_dispute", "Can settle readers' objections")],
                "indexes": [
                    models.Index(
                        models.F("received_at"),
                        models.F("id"),
                        condition=models.Q(("settled_at", None)),
                        name="dispute_waiting",
                    ),
                    models.Index(
                        models.F("settled_at"),
                        condition=models.Q(
                            models.Q(("answer", ""), _negated=True), ("answered_at", None)
                        ),
                        name="dispute_unanswered",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="dispute_says_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", ""), ("settled_at", None), ("settled_by", None)),
                            models.Q(
                                ("settled_at__isnull", False),
                                ("settled_by__isnull", False),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="dispute_settled_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None)),
                            models.Q(
                                ("settled_at__isnull", False),
                                models.Q(("email", ""), _negated=True),
                                models.Q(("answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="dispute_answered_when_settled",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF current_setting('plumbline.allow_truncate', true) = 'on' THEN RETURN NULL; END IF; RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'Readers'' objections are kept.';",
                            hash="d360d3308b34d7d8514e00e9848ee722d5a09ce1",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_5ad0e",
                            table="claims_dispute",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReplyRequest",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=articles.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "name",
                    models.CharField(help_text="Who is asked, as readers see it.", max_length=200),
                ),
                ("address", models.CharField(blank=True, max_length=300)),
                ("question", models.TextField(help_text="What they are asked.", max_length=5000)),
                ("token_sha256", models.CharField(max_length=64, unique=True)),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("expires_at", models.DateTimeField()),
                ("answer", models.TextField(blank=True, max_length=10000)),
                (
                    "answered_by",
                    models.CharField(blank=True, help_text="As they sign it.", max_length=200),
                ),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "silent_at",
                    models.DateTimeField(
                        help_text="When it was recorded that none came.", null=True
                    ),
                ),
                ("released_at", models.DateTimeField(null=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reply_requests",
                        to="claims.claim",
                    ),
                ),
                (
                    "released_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-asked_at", "-id"],
                "permissions": [
                    ("ask_reply", "Can ask a claimant for a reply"),
                    ("release_reply", "Can show a claimant's reply to readers"),
                ],
                "indexes": [
                    models.Index(
                        models.F("claim"), models.F("asked_at"), name="replyrequest_of_claim"
                    ),
                    models.Index(
                        models.F("expires_at"),
                        condition=models.Q(
                            ("answered_at", None), ("silent_at", None), ("withdrawn_at", None)
                        ),
                        name="replyrequest_running",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("expires_at__gt", models.F("asked_at"))),
                        name="replyrequest_gives_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None)),
                            models.Q(
                                models.Q(("answer", ""), _negated=True),
                                ("answered_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="replyrequest_answered_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("silent_at", None), ("answered_at", None), _connector="OR"
                        ),
                        name="replyrequest_answered_or_silent",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("released_at", None), ("released_by", None)),
                            models.Q(
                                ("released_at__isnull", False), ("released_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="replyrequest_released_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at", None), ("withdrawn_by", None)),
                            models.Q(
                                ("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="replyrequest_withdrawn_by_somebody",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="no_truncate",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="IF current_setting('plumbline.allow_truncate', true) = 'on' THEN RETURN NULL; END IF; RAISE EXCEPTION USING ERRCODE = 'restrict_violation', MESSAGE = 'Requests for a reply are kept.';",
                            hash="8abf65d7f8cffd12cba7449607e7f6d3a3231f32",
                            level="STATEMENT",
                            operation="TRUNCATE",
                            pgid="pgtrigger_no_truncate_7453d",
                            table="claims_replyrequest",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "message_id",
                    models.CharField(
                        default=claims.models.webhook.message_id, editable=False, max_length=64
                    ),
                ),
                (
                    "event",
                    models.CharField(
                        choices=[
                            ("claim.published", "A fact-check was published"),
                            ("claim.updated", "Its wording or a name was put right"),
                            ("claim.corrected", "It was corrected"),
                            ("claim.retracted", "It was retracted"),
                            ("endpoint.test", "A test of the endpoint"),
                        ],
                        max_length=20,
                    ),
                ),
                ("body", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("done", "Delivered"),
                            ("failed", "Given up"),
                        ],
                        default="waiting",
                        max_length=7,
                    ),
                ),
                ("attempt", models.PositiveSmallIntegerField(default=0)),
                (
                    "round",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="Attempts since it was first sent or replayed."
                    ),
                ),
                ("next_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("done_at", models.DateTimeField(null=True)),
                (
                    "publication",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deliveries",
                        to="claims.publication",
                    ),
                ),
                (
                    "endpoint",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deliveries",
                        to="claims.webhookendpoint",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "deliveries",
                "ordering": ["-id"],
                "indexes": [
                    models.Index(
                        models.F("next_at"),
                        condition=models.Q(("state", "waiting")),
                        name="delivery_due",
                    ),
                    models.Index(
                        models.F("created_at"),
                        condition=models.Q(("state", "done"), _negated=True),
                        name="delivery_undone",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("endpoint", "publication"), name="delivery_once_per_endpoint"
                    ),
                    models.UniqueConstraint(
                        fields=("message_id",), name="delivery_message_id_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_at__isnull", False), ("state", "done")),
                            models.Q(models.Q(("state", "done"), _negated=True), ("done_at", None)),
                            _connector="OR",
                        ),
                        name="delivery_done_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DeliveryAttempt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("status", models.PositiveSmallIntegerField(null=True)),
                ("milliseconds", models.PositiveIntegerField(default=0)),
                ("problem", models.CharField(blank=True, max_length=300)),
                (
                    "delivery",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attempts",
                        to="claims.delivery",
                    ),
                ),
            ],
            options={
                "ordering": ["delivery", "number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("delivery", "number"), name="deliveryattempt_number_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Pull",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sequence", models.BigIntegerField()),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pulls",
                        to="claims.claim",
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pulls",
                        to="accounts.servicekey",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("claim", "key"), name="pull_once_per_claim")
                ],
            },
        ),
        migrations.CreateModel(
            name="Distinction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "said_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "one",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="claims.claim",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="claims.claim",
                    ),
                ),
                (
                    "said_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("one", "other"), name="distinction_once_for_a_pair"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("one__lt", models.F("other"))),
                        name="distinction_of_two_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CheckItem",
            fields=[
                (
                    "state",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="check_item",
                        serialize=False,
                        to="claims.publicstate",
                    ),
                ),
                ("sequence", models.BigIntegerField(default=0)),
                ("fact_check_id", models.CharField(blank=True, max_length=200)),
                ("item_url", models.CharField(blank=True, max_length=500)),
                ("begun_at", models.DateTimeField(null=True)),
                ("problem", models.CharField(blank=True, max_length=300)),
            ],
        ),
        migrations.CreateModel(
            name="ReportFilter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=20)),
                ("value", models.TextField()),
                ("since", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("name", "value"), name="reportfilter_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportFilteredDay",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "filter",
                        "figure",
                        "kind",
                        "day",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("figure", models.IntegerField()),
                (
                    "kind",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "Cell"), (2, "Line"), (3, "Column")]
                    ),
                ),
                ("day", models.DateField()),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField(), size=None
                    ),
                ),
                (
                    "bys",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField(), size=None
                    ),
                ),
                (
                    "splits",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField(), size=None
                    ),
                ),
                (
                    "numbers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.IntegerField(), size=None
                    ),
                ),
                (
                    "filter",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="claims.reportfilter",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="claim",
            name="undone_event",
            field=models.OneToOneField(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="claims.event",
            ),
        ),
        migrations.AddField(
            model_name="claim",
            name="first_mention",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="claims.mention",
            ),
        ),
        migrations.AddField(
            model_name="claim",
            name="state_since",
            field=models.DateTimeField(
                db_default=django.db.models.functions.datetime.Now(),
                default=django.utils.timezone.now,
                editable=False,
                help_text="When it came there.",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                models.F("state"), models.F("state_since"), models.F("id"), name="claim_state_since"
            ),
        ),
    ]
    operations += [migrations.RunSQL(VIEW, "DROP VIEW claims_behind")]
    # Kept with their tables in the state, and made here by SQL alone: an operation for each would
    # have all the models around its own built anew.
    operations += [
        migrations.RunSQL(trigger.install_sql, trigger.uninstall_sql)
        for operation in operations
        if isinstance(operation, migrations.CreateModel)
        for trigger in operation.options.get("triggers", [])
    ]
