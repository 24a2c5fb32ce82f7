"""What the demo desk tells: invented countries, people, articles and evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from claims.roles import DESK_MANAGER, EDITOR, FACT_CHECKER, READER

TEXTS = Path(__file__).parent / "texts"
EVIDENCE = Path(__file__).parent / "evidence"
PASSWORD = "plumbline-demo"


@dataclass(frozen=True, slots=True)
class Member:
    """One of the demo people; `key` is how the story names them."""

    key: str
    name: str
    role: str

    @property
    def email(self) -> str:
        return f"{self.key}@example.org"


@dataclass(frozen=True, slots=True)
class DemoArticle:
    """An article that is taken in, as if found at its address."""

    file: str
    headline: str
    outlet: str
    url: str
    published: str


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of evidence: an uploaded file and the words in it that matter."""

    file: str
    title: str
    publisher: str
    kind: str
    stance: str
    quote: str


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What a checker concludes."""

    rating: str
    summary: str
    rationale: str
    said: str = "confirmed"
    confidence: str = "high"


@dataclass(frozen=True, slots=True)
class Case:
    """One claim and how far the demo carries it.

    phrase: words of its article by which it is found.
    ends: queued, taken, drafted, submitted, returned, approved, published, corrected or dismissed.
    """

    article: str
    phrase: str
    ends: str
    wording: str = ""
    checker: str = "rosa"
    editor: str = "emil"
    topics: tuple[str, ...] = ()
    evidence: tuple[Item, ...] = ()
    conclusion: Conclusion | None = None
    note: str = ""
    more: dict[str, str] = field(default_factory=dict)


PEOPLE = [
    Member("rosa", "Rosa Lindqvist", FACT_CHECKER),
    Member("pavel", "Pavel Novak", FACT_CHECKER),
    Member("emil", "Emil Hartmann", EDITOR),
    Member("edna", "Edna Okoye", EDITOR),
    Member("dana", "Dana Levi", DESK_MANAGER),
    Member("rhea", "Rhea Santos", READER),
]

ENVOY, FERRY, HOSPITAL = "envoy-interview", "ferry-council", "hospital-report"

ARTICLES = [
    DemoArticle(
        ENVOY,
        "Sund envoy calls the fishing row with Velmora a misunderstanding",
        "Carrow Courier",
        "https://courier.example/foreign/sund-envoy-interview",
        "2026-10-12T06:30:00+00:00",
    ),
    DemoArticle(
        FERRY,
        "Council disputes ferry figures before vote on northern pier",
        "Port Alden Post",
        "https://post.example/town/ferry-figures",
        "2026-10-19T16:05:00+00:00",
    ),
    DemoArticle(
        HOSPITAL,
        "Waiting times at Carrow hospitals at their lowest since 2017, ministry says",
        "Velmora Wire",
        "https://wire.example/health/waiting-times",
        "2026-11-04T11:00:00+00:00",
    ),
]

# Key and name of each side, and who is on it as the texts name them.
SIDES = [
    ("velmora", "Velmora", ("Velmoran trade ministry", "health ministry", "Petra Lindauer")),
    ("sund", "Sund", ("Tomas Hellqvist",)),
    ("port-alden", "Council of Port Alden", ("Mara Quill",)),
]
COAST_GUARD = Item(
    "coast-guard-2023.txt", "Annual report 2023, section 4", "Coast Guard of Velmora",
    "primary", "contradicts",
    "39 concerned vessels registered in the Sund Republic",
)  # fmt: skip
TRANSPONDERS = Item(
    "coast-guard-2023.txt", "Annual report 2023, lost signals", "Coast Guard of Velmora",
    "primary", "contradicts",
    "In 12 cases the transponder signal had been lost before the crossing.",
)  # fmt: skip
CENSUS = Item(
    "sund-census-table-7.txt", "Population census, table 7",
    "Statistical Office of the Sund Republic", "statistics", "supports",
    "Latest census: 42,087",
)  # fmt: skip
CENSUS_METHOD = Item(
    "sund-census-table-7.txt", "Population census, note to table 7",
    "Statistical Office of the Sund Republic", "statistics", "context",
    "Holders of two citizenships are counted under both.",
)  # fmt: skip
TRADE = Item(
    "trade-bulletin.txt", "Quarterly bulletin 4", "Ministry of Trade, Velmora",
    "statistics", "supports", "plus 18.1 per cent",
)  # fmt: skip
LOG = Item(
    "harbour-log.txt", "Log of scheduled crossings", "Harbour Master's Office, Port Alden",
    "primary", "supports", "2023: 621",
)  # fmt: skip
LOG_HIGH = Item(
    "harbour-log.txt", "Log of scheduled crossings, totals",
    "Harbour Master's Office, Port Alden", "primary", "contradicts",
    "Highest yearly total since 2016: 14,448 (2018).",
)  # fmt: skip
NOTICE = Item(
    "pier-closure-notice.txt", "Public notices 118 and 127", "Town of Port Alden",
    "primary", "contradicts",
    "The northern pier is closed to all traffic from 9 January 2023 until further notice.",
)  # fmt: skip
MINUTES = Item(
    "council-minutes.txt", "Minutes of 14 September 2021, item 6", "Town Council of Port Alden",
    "primary", "contradicts", "The winter service will run again next year.",
)  # fmt: skip
REGISTER = Item(
    "hospital-register.txt", "Waiting lists, October", "Hospital Register of the Carrow Region",
    "statistics", "contradicts", "of these longer than six months after the first referral: 317",
)  # fmt: skip
HOSPITALS = Item(
    "hospital-annual.txt", "Hospitals of the Carrow Region, annual report",
    "Ministry of Health", "primary", "context",
    "previous year: 2,431; two years earlier: 2,150",
)  # fmt: skip

CASES = [
    Case(
        ENVOY, "Not one of our vessels has crossed", "published",
        wording="No Sund fishing vessel has crossed into Velmora's closed zone since March 2022.",
        topics=("Fisheries",), evidence=(COAST_GUARD,),
        conclusion=Conclusion(
            "false",
            "The coast guard's annual report records 39 crossings by vessels registered in Sund.",
            "The report for 2023 lists 41 crossings, 39 of them by vessels registered in Sund [1]. "
            "27 positions were confirmed from the air, so that a mix-up with ferries does not "
            "explain them [1].",
        ),
    ),
    Case(
        ENVOY, "switched off their transponders", "published",
        wording="Sund trawlers did not switch off their transponders near the closed zone.",
        checker="pavel", topics=("Fisheries",), evidence=(TRANSPONDERS,),
        conclusion=Conclusion(
            "mostly-false",
            "In 12 recorded crossings the transponder signal was lost first.",
            "The coast guard lost the signal before 12 of the crossings [1]. Whether the devices "
            "were switched off or failed cannot be told from the report [1].",
            confidence="medium",
        ),
    ),
    Case(
        ENVOY, "fell from 84,000 to 42,000", "corrected",
        wording="The number of Velmorans living in Sund fell from 84,000 to 42,000 in ten years.",
        editor="edna", topics=("Population",), evidence=(CENSUS, CENSUS_METHOD),
        conclusion=Conclusion(
            "true",
            "Both figures are those of the census.",
            "The census counted 84,112 and, ten years later, 42,087 citizens of Velmora [1].",
        ),
        more={
            "type": "new_information",
            "note": "The census counts holders of two passports under both citizenships. That was "
            "missing from the first version; the rating changes from True to Mostly true.",
            "rating": "mostly-true",
            "rationale": "The census counted 84,112 and, ten years later, 42,087 citizens of "
            "Velmora [1]. Holders of two citizenships are counted under both, so the figures say "
            "nothing about how many gave one up [2].",
        },
    ),
    Case(
        ENVOY, "2.1 billion crowns last year", "published",
        wording="Trade between Velmora and Sund rose by 18% to 2.1 billion crowns last year.",
        editor="edna", topics=("Economy",), evidence=(TRADE,),
        conclusion=Conclusion(
            "true",
            "The ministry's bulletin gives 2.09 billion crowns, 18.1 per cent more than before.",
            "The quarterly bulletin puts the exchange of goods at 2.09 billion crowns after 1.77 "
            "billion [1].",
        ),
    ),
    Case(
        ENVOY, "More than 60,000 Velmorans live with us", "returned",
        wording="More than 60,000 Velmorans live in Sund today.",
        topics=("Population",), evidence=(CENSUS_METHOD,),
        conclusion=Conclusion(
            "unproven", "The census does not support the figure.",
            "The census counts citizens, not origins [1].", confidence="low",
        ),
        note="Ask the interior ministry for the register of residents before we call it unproven.",
    ),
    Case(
        ENVOY, "There are no Sund drones on Ketterby", "taken", checker="pavel",
        wording="There have never been Sund drones on the island of Ketterby.",
        topics=("Security",),
    ),
    Case(ENVOY, "12 million crowns in compensation", "queued", topics=("Fisheries",)),
    Case(
        FERRY, "dropped by half in five years", "published",
        wording="Ferry crossings between Port Alden and the islands fell from 1,200 to 600 a month "
        "in five years.",
        topics=("Transport",), evidence=(LOG,),
        conclusion=Conclusion(
            "mostly-true",
            "The log shows a fall from 1,204 to 621 crossings a month: nearly by half.",
            "The harbour master's log gives 1,204 crossings a month for 2018 and 621 for 2023, a "
            "fall of 48 per cent [1].",
        ),
    ),
    Case(
        FERRY, "never been closed for more than a week", "published", checker="pavel",
        wording="The northern pier of Port Alden was never closed for more than a week.",
        topics=("Transport",), evidence=(NOTICE,),
        conclusion=Conclusion(
            "false",
            "The town's own notices show that the pier was closed for eleven weeks in 2023.",
            "Notice 118 closed the pier on 9 January 2023 and notice 127 opened it on 27 March: "
            "eleven weeks [1].",
        ),
    ),
    Case(
        FERRY, "Nobody on this council ever promised", "published", editor="edna",
        wording="Nobody on the council of Port Alden ever promised a winter ferry service.",
        topics=("Transport", "Local politics"), evidence=(MINUTES,),
        conclusion=Conclusion(
            "false",
            "The minutes of September 2021 record the promise, in Quill's own words.",
            "On 14 September 2021 Quill told the council that the winter service would run again "
            "and called it a promise [1].",
        ),
    ),
    Case(
        FERRY, "more than in any year since 2016", "approved", checker="pavel",
        wording="Port Alden counted more ferry crossings last year than in any year since 2016.",
        topics=("Transport",), evidence=(LOG_HIGH,),
        conclusion=Conclusion(
            "false", "The log has nearly twice as many crossings for 2018.",
            "The same log gives 14,448 crossings for 2018 and 7,452 for 2023 [1].",
        ),
    ),
    Case(
        FERRY, "The council halved the timetable", "submitted",
        wording="The council of Port Alden halved the ferry timetable.",
        topics=("Transport",), evidence=(LOG,),
        conclusion=Conclusion(
            "unproven", "Scheduled crossings halved; who decided it is not on record.",
            "Scheduled crossings fell from 1,204 to 621 a month [1]. No decision of the council "
            "on the timetable could be found.",
            confidence="medium",
        ),
    ),
    Case(FERRY, "One in five islanders has moved", "queued", topics=("Population",)),
    Case(FERRY, "Opinion in the chamber is divided", "dismissed", note="opinion"),
    Case(
        HOSPITAL, "no patient waits longer than six months", "published", editor="edna",
        wording="No patient in the Carrow region waits longer than six months for an operation.",
        topics=("Health",), evidence=(REGISTER,),
        conclusion=Conclusion(
            "false",
            "In October 317 patients had been waiting for longer than six months.",
            "The hospital register counts 317 patients beyond six months after their first "
            "referral [1], the way in which the minister says that her ministry counts.",
        ),
    ),
    Case(
        HOSPITAL, "the number of nurses rose from 2,150 to 2,480", "published", checker="pavel",
        wording="Carrow's hospitals went from 2,150 to 2,480 nurses within a year.",
        topics=("Health",), evidence=(HOSPITALS,),
        conclusion=Conclusion(
            "misleading",
            "The figures are right, but they are two years apart, not one.",
            "The ministry's own table has 2,150 nurses two years earlier and 2,431 a year earlier "
            "[1]. Beside last year's other figures the rise reads as if it took one year.",
        ),
    ),
    Case(HOSPITAL, "Patients in Carrow waited 38 days", "queued", topics=("Health",)),
    Case(HOSPITAL, "it had checked a sample of 500 files", "drafted", checker="pavel",
         wording="The outside auditor checked a sample of 500 patient files.",
         topics=("Health",), evidence=(HOSPITALS,),
         conclusion=Conclusion("true", "", "The annual report names the sample.", confidence="low"),
    ),
]  # fmt: skip
