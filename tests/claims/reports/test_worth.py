"""Decisions of the desk lead to proposals for weights; a person applies them, nobody else."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from claims import workflow
from claims.extraction import find_claims, pipeline_id
from claims.extraction.worth.score import WEIGHTS
from claims.extraction.worth.weights import SETTING, UnreadableWeights, applied, weights
from claims.models import Claim
from claims.reports.worth import ENOUGH, Decision, ReasonRow, decisions, fit, rows

FIGURE = {"figure": 1.0, "attributed": 1.0}


def proposed(text, features):
    return Claim.objects.create(text=text, features=features, worth=0.6)


def say(*arguments, **options):
    out = StringIO()
    call_command("checkworthiness_report", *arguments, stdout=out, **options)
    return out.getvalue()


@pytest.mark.django_db
class TestDecisions:
    def test_keep_the_features_of_that_time(self, rosa):
        claim = proposed("Rents rose by 4 percent.", FIGURE)
        workflow.dismiss(claim.pk, actor=rosa, reason="trivial")

        Claim.objects.filter(pk=claim.pk).update(features={"harm": 1.0})

        assert decisions() == [Decision(FIGURE, False, "trivial")]

    def test_the_last_one_counts_and_an_undone_one_does_not(self, rosa, emil):
        reopened = proposed("Rents rose by 4 percent.", FIGURE)
        workflow.dismiss(reopened.pk, actor=rosa, reason="trivial")
        workflow.undo(reopened.pk, actor=rosa)
        undone = proposed("The bridge fell.", {"past_event": 1.0})
        workflow.accept(undone.pk, actor=rosa)
        workflow.undo(undone.pk, actor=rosa)
        workflow.dismiss(undone.pk, actor=rosa, reason="opinion")

        assert decisions() == [Decision({"past_event": 1.0}, False, "opinion")]

    @pytest.mark.parametrize("reason", ["no_capacity", "off_topic"])
    def test_reasons_outside_the_statement_tell_nothing(self, rosa, reason):
        workflow.dismiss(proposed("Rents rose.", FIGURE).pk, actor=rosa, reason=reason)

        assert decisions() == []

    def test_claims_entered_by_hand_tell_nothing(self, rosa):
        workflow.accept(proposed("Rents rose.", {}).pk, actor=rosa)

        assert decisions() == []


class TestRows:
    def test_precision_is_the_accepted_share(self):
        made = [Decision(FIGURE, True)] * 3 + [Decision({"figure": 1.0}, False, "opinion")]

        (figure, attributed) = rows(made, WEIGHTS)

        assert (figure.code, figure.decided, figure.precision) == ("figure", 4, 0.75)
        assert figure.dismissed == {"opinion": 1}
        assert attributed.precision == 1.0
        assert figure.proposed is None

    def test_the_interval_holds_the_share_and_narrows(self):
        few, many = ReasonRow("harm", 0.5, accepted=3), ReasonRow("harm", 0.5, accepted=300)
        few.dismissed["opinion"] = 1
        many.dismissed["opinion"] = 100

        assert few.interval[0] < 0.75 < few.interval[1]
        assert many.interval[1] - many.interval[0] < few.interval[1] - few.interval[0]

    def test_a_reason_that_is_dismissed_loses_weight_and_one_accepted_gains(self):
        made = [Decision({"harm": 1.0}, False, "opinion")] * ENOUGH
        made += [Decision({"law": 1.0}, True)] * ENOUGH

        table = {row.code: row for row in rows(made, WEIGHTS)}

        assert table["harm"].proposed < WEIGHTS["harm"] - 0.5
        assert table["law"].proposed > WEIGHTS["law"] + 0.3

    def test_few_decisions_move_little(self):
        made = [Decision({"harm": 1.0}, True), Decision({"law": 1.0}, False, "opinion")]

        moved = fit(made, WEIGHTS)

        assert abs(moved["harm"] - WEIGHTS["harm"]) < 0.4

    def test_one_sort_of_decision_proposes_nothing(self):
        assert fit([Decision(FIGURE, True)] * 50, WEIGHTS) == {}


@pytest.mark.django_db
class TestCommand:
    @pytest.fixture
    def decided(self, rosa):
        for number in range(ENOUGH):
            claim = proposed(f"Rents rose by {number} percent.", FIGURE)
            workflow.accept(claim.pk, actor=rosa)
            claim = proposed(f"It is the worst year, says number {number}.", {"opinion": 0.8})
            workflow.dismiss(claim.pk, actor=rosa, reason="opinion")

    def test_says_so_when_nothing_was_decided(self, db):
        assert "No proposed claim" in say()

    def test_shows_precision_and_proposals(self, decided):
        text = say()

        assert f"{2 * ENOUGH} decisions, {ENOUGH} accepted." in text
        (line,) = [line for line in text.splitlines() if line.startswith("opinion")]
        assert "0.00" in line and "-1.10" in line and f"opinion {ENOUGH}" in line

    def test_writes_a_file_that_the_setting_takes(self, decided, tmp_path, monkeypatch):
        path = tmp_path / "weights.json"

        text = say("--write", str(path))

        assert SETTING in text
        assert set(json.loads(path.read_text())) == {"figure", "attributed", "opinion"}
        before = pipeline_id("en")
        monkeypatch.setenv(SETTING, str(path))
        assert weights()["opinion"] == json.loads(path.read_text())["opinion"]
        assert pipeline_id("en") != before

    def test_never_writes_over_a_file(self, decided, tmp_path):
        path = tmp_path / "weights.json"
        path.write_text("{}")

        with pytest.raises(CommandError, match="cannot be written"):
            say("--write", str(path))

        assert path.read_text() == "{}"

    def test_json_has_a_row_per_reason(self, decided):
        table = json.loads(say("--json"))

        assert {row["reason"] for row in table} == {"figure", "attributed", "opinion"}


class TestSetting:
    def test_changes_the_score(self, tmp_path, monkeypatch):
        monkeypatch.setenv("SPACY_MODEL", "blank")
        text = "Anna Berg said on Monday that prices rose by 4 percent."
        (before,) = find_claims(text, "en")
        path = tmp_path / "weights.json"
        path.write_text('{"figure": 3.0}')

        monkeypatch.setenv(SETTING, str(path))
        (after,) = find_claims(text, "en")

        assert after.score > before.score

    @pytest.mark.parametrize(
        ("content", "says"),
        [
            ("[1]", "no object"),
            ("{", "cannot be read"),
            ('{"figuer": 1}', "'figuer', which is no reason"),
            ('{"figure": "much"}', "write a number"),
            ('{"figure": 99}', "from -8 to 8"),
            ('{"figure": NaN}', "write a number"),
        ],
    )
    def test_refuses_a_wrong_file_by_name(self, content, says, tmp_path):
        path = tmp_path / "weights.json"
        path.write_text(content)

        with pytest.raises(UnreadableWeights, match=says):
            applied(str(path))
