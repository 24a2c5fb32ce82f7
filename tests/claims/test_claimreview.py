from __future__ import annotations

import json

import pytest

from claims import claimreview, workflow
from claims.errors import Incomplete
from claims.markup import problems
from claims.models import Claimant, Publication, PublicState, RatingScale, VerdictState

PAGE = "https://desk.example/fact-checks/ferries/"


def document(**changes) -> dict:
    """A public document with all that ClaimReview can carry."""
    article = {"url": "https://news.example/a,b", "published_at": "2026-03-02T08:00:00.000000Z"}
    earlier = {"url": "https://news.example/first", "published_at": "2026-03-01T08:00:00.000000Z"}
    return {
        "url": PAGE,
        "text": "Ferry traffic fell from 1,200 crossings to 600.",
        "language": "en",
        "first_published_at": "2026-03-05T09:00:00.000001Z",
        "updated_at": "2026-03-06T09:00:00.000001Z",
        "publisher": {"name": "Harbour Desk", "url": "https://desk.example"},
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "rating": {"label": "Mostly false", "value": 2, "best": 5, "worst": 1},
        "summary": "The log shows less.",
        "claimant": {
            "name": "Mara Quill",
            "kind": "person",
            "same_as": ["https://www.wikidata.org/wiki/Q1"],
        },
        "said_on": "2026-03-01",
        "mentions": [{"article": article}, {"article": earlier}, {"article": {**article}}],
        "corrections": [{"note": "Misread.", "at": "2026-03-06T09:00:00.000001Z"}],
        **changes,
    }


def changed(path: str, value: object) -> dict:
    """Good markup with one value changed, or taken out where `value` is ..."""
    markup = json.loads(json.dumps(claimreview.build(document())))
    *way, last = path.split(".")
    node = markup
    for name in way:
        node = node[name]
    if value is ...:
        del node[last]
    else:
        node[last] = value
    return markup


class TestBuild:
    def test_is_the_form_that_consumers_read(self):
        markup = claimreview.build(document())

        assert markup == {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "@id": f"{PAGE}#claimreview",
            "url": PAGE,
            "claimReviewed": "Ferry traffic fell from 1,200 crossings to 600.",
            "inLanguage": "en",
            "datePublished": "2026-03-05",
            "dateModified": "2026-03-06T09:00:00Z",
            "author": {
                "@type": "Organization",
                "name": "Harbour Desk",
                "url": "https://desk.example",
            },
            "reviewRating": {
                "@type": "Rating",
                "alternateName": "Mostly false",
                "ratingValue": 2,
                "bestRating": 5,
                "worstRating": 1,
                "ratingExplanation": "The log shows less.",
            },
            "itemReviewed": {
                "@type": "Claim",
                "@id": f"{PAGE}#claim",
                "author": {
                    "@type": "Person",
                    "name": "Mara Quill",
                    "sameAs": ["https://www.wikidata.org/wiki/Q1"],
                },
                "datePublished": "2026-03-01",
                "firstAppearance": {"@type": "CreativeWork", "url": "https://news.example/first"},
                "appearance": [{"@type": "CreativeWork", "url": "https://news.example/a%2Cb"}],
            },
            "correction": [
                {
                    "@type": "CorrectionComment",
                    "text": "Misread.",
                    "datePublished": "2026-03-06T09:00:00Z",
                }
            ],
            "sdPublisher": {
                "@type": "Organization",
                "name": "Harbour Desk",
                "url": "https://desk.example",
            },
            "sdLicense": "https://creativecommons.org/licenses/by/4.0/",
        }

    def test_a_rating_without_truth_value_has_no_numbers(self):
        rating = {"label": "Unproven", "value": None, "best": None, "worst": None}

        markup = claimreview.build(document(rating=rating))

        assert set(markup["reviewRating"]) == {"@type", "alternateName", "ratingExplanation"}
        assert problems(markup, page=PAGE) == {}

    def test_leaves_out_what_is_not_known(self):
        bare = document(
            claimant=None, said_on=None, mentions=[], corrections=[], license="", summary=""
        )

        markup = claimreview.build(bare)

        assert markup["itemReviewed"] == {"@type": "Claim", "@id": f"{PAGE}#claim"}
        assert problems(markup, page=PAGE) == {}


class TestProblems:
    # Where the sentence stands, if not with what was changed.
    ELSEWHERE = {
        ("@type", "Review"): "ClaimReview",
        ("itemReviewed.@type", "Thing"): "itemReviewed",
        ("datePublished", "2026-03-07"): "dateModified",
        ("author.name", "mara quill"): "itemReviewed.author",
        ("reviewRating.bestRating", "Ellipsis"): "reviewRating",
        ("reviewRating.worstRating", "5"): "reviewRating.ratingValue",
    }

    def test_good_markup_has_none(self):
        assert problems(claimreview.build(document()), page=PAGE) == {}

    @pytest.mark.parametrize(
        ("path", "value"),
        [
            ("@type", "Review"),
            ("@context", "http://schema.org"),
            ("@graph", []),
            ("url", ...),
            ("url", "https://desk.example/other/"),
            ("url", "/fact-checks/ferries/"),
            ("@id", "https://elsewhere.example/#claimreview"),
            ("claimReviewed", ...),
            ("claimReviewed", "  "),
            ("claimReviewed", "A\x00B"),
            ("claimReviewed", "Mostly false: ferry traffic fell"),
            ("inLanguage", "English (UK)"),
            ("datePublished", "2026-3-5"),
            ("datePublished", "2026-03-07"),
            ("dateModified", "2026-03-06T09:00:00"),
            ("author", "Harbour Desk"),
            ("author", [{"@type": "Organization", "name": "Harbour Desk"}]),
            ("author.name", ""),
            ("author.name", "mara quill"),
            ("author.url", "desk.example"),
            ("reviewRating", ...),
            ("reviewRating.alternateName", ...),
            ("reviewRating.ratingValue", "2"),
            ("reviewRating.ratingValue", 2.5),
            ("reviewRating.ratingValue", True),
            ("reviewRating.ratingValue", 0),
            ("reviewRating.ratingValue", 6),
            ("reviewRating.bestRating", ...),
            ("reviewRating.worstRating", 5),
            ("itemReviewed", []),
            ("itemReviewed.@type", "Thing"),
            ("itemReviewed.author", "Mara Quill"),
            ("itemReviewed.author.sameAs", "https://www.wikidata.org/wiki/Q1"),
            ("itemReviewed.datePublished", "last Monday"),
            ("itemReviewed.datePublished", "2026-03-08"),
            ("itemReviewed.firstAppearance", "https://news.example/first"),
            ("itemReviewed.appearance", []),
            ("itemReviewed.apearance", [{"@type": "CreativeWork", "url": "https://a.ex/b"}]),
            ("correction", {"@type": "CorrectionComment", "text": "Misread."}),
            ("itemReviewed.firstAppearance.url", "https://news.example/first,second"),
            ("sdLicense", "CC BY 4.0"),
        ],
    )
    def test_names_what_is_wrong(self, path, value):
        found = problems(changed(path, value), page=PAGE)

        assert set(found) == {self.ELSEWHERE.get((path, str(value)), path)}
        sentence = next(iter(found.values()))
        assert sentence and sentence[0].isupper() and sentence.endswith(".")

    def test_names_the_place_in_a_list(self):
        markup = changed("itemReviewed.author.sameAs", ["https://a.example/", "ftp://b.example/"])

        assert set(problems(markup, page=PAGE)) == {"itemReviewed.author.sameAs[1]"}

    @pytest.mark.parametrize("markup", [None, [], "ClaimReview", 3])
    def test_refuses_what_is_no_object(self, markup):
        assert problems(markup, page=PAGE)

    def test_a_claim_may_be_made_on_the_next_day_of_another_time_zone(self):
        markup = changed("itemReviewed.datePublished", "2026-03-07")

        assert problems(markup, page=PAGE) == {}


@pytest.mark.django_db
class TestPublishing:
    def test_refuses_to_take_in_a_verdict_whose_markup_would_not_be_valid(self, drafted, rosa):
        # The number of the rating, 4, lies outside of such a scale.
        RatingScale.objects.update(best=3)

        with pytest.raises(Incomplete) as refused:
            workflow.submit(drafted.claim_id, actor=rosa)

        sentence = refused.value.missing["reviewRating.ratingValue"]
        assert sentence.startswith("reviewRating.ratingValue: Has to lie between")
        assert sentence.endswith("Choose another rating, or have its scale put right.")
        drafted.refresh_from_db()
        assert drafted.state == VerdictState.DRAFT

    def test_the_desk_says_what_to_mend_and_keeps_what_was_typed(
        self, client, drafted, rosa, settings
    ):
        settings.PUBLISHER_NAME = "Mara Quill"
        client.force_login(rosa)
        typed = {
            "rating": drafted.rating_id, "said": "confirmed", "confidence": "high",
            "summary": "Typed just now.", "rationale": drafted.rationale,
            "version": drafted.version, "then": "submit",
        }  # fmt: skip

        page = client.post(f"/desk/claims/{drafted.claim_id}/draft/", typed)

        html = page.content.decode()
        assert page.status_code == 422
        assert "itemReviewed.author: Nobody reviews a claim of their own." in html
        assert "Change the claimant." in html and "Typed just now." in html
        drafted.refresh_from_db()
        assert drafted.state == VerdictState.DRAFT

    def test_refuses_to_publish_what_has_become_invalid(self, client, approved, emil, settings):
        settings.PUBLISHER_NAME = "Mara Quill"
        client.force_login(emil)

        with pytest.raises(Incomplete) as refused:
            workflow.publish(approved.pk, actor=emil)
        page = client.post(
            f"/desk/claims/{approved.claim_id}/do/publish/",
            {"content_hash": approved.content_hash},
        )

        assert set(refused.value.missing) == {"itemReviewed.author"}
        assert page.status_code == 422
        words = "itemReviewed.author: Nobody reviews a claim of their own. Change the claimant."
        assert words in page.content.decode()
        approved.refresh_from_db()
        assert approved.state == VerdictState.APPROVED
        assert not Publication.objects.exists()
        assert not PublicState.objects.exists()

    @pytest.mark.parametrize(
        "path", ["@id", "url", "claimReviewed", "reviewRating", "itemReviewed.author.name"]
    )
    def test_every_problem_comes_with_its_field_and_a_fix(self, path):
        sentence = claimreview.worded(path, "Is missing.")

        assert sentence.startswith(f"{path}: Is missing. ")
        assert sentence.endswith(".") and len(sentence) > len(f"{path}: Is missing. ")

    def test_refuses_a_new_name_that_is_not_valid(self, published, emil, settings):
        claimant = published.claim.claimant

        with pytest.raises(Incomplete):
            workflow.rename_claimant(claimant.pk, actor=emil, name=settings.PUBLISHER_NAME)

        assert Claimant.objects.get(pk=claimant.pk).name == "Mara Quill"
        assert Publication.objects.count() == 1

    def test_what_is_published_is_valid(self, published):
        publication = Publication.objects.get()
        content = json.loads(publication.document)

        markup = claimreview.build(content)

        assert problems(markup, page=content["url"]) == {}
