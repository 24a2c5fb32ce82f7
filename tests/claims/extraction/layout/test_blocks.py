"""Words that spare most texts the search for what a block may have anywhere."""

from __future__ import annotations

import re

import pytest

from claims.extraction.layout.blocks import find_blocks
from claims.extraction.layout.wordings import SPECIAL
from claims.extraction.lexicon import languages, lexicon

GROUP = re.compile(r"(?<!\\)\(([^()]+)\)")


def wordings(pattern: str) -> list[str]:
    """What a pattern takes, one by one: "(photo|image)" takes either."""
    group = GROUP.search(pattern)
    return group.group(1).split("|") if group else [pattern]


@pytest.mark.parametrize("code", languages())
class TestMarks:
    def test_are_in_all_that_a_block_may_have_anywhere(self, code):
        lists = lexicon(code).lists
        anywhere = [
            part
            for kind in SPECIAL
            for part in lists.get(f"blocks.{kind}", ())
            if not part.startswith("^")
        ]

        for wording in [wording for part in anywhere for wording in wordings(part)]:
            assert any(mark in wording for mark in lists["blocks.marks"])

    def test_are_in_lower_case(self, code):
        marks = lexicon(code).lists.get("blocks.marks", ())

        assert [mark.lower() for mark in marks] == list(marks)


class TestCredits:
    def test_are_known_in_capitals_too(self):
        text = "A ferry ran aground.\n\nRescuers (PHOTO: A. Holm)\n\nNobody was hurt."

        assert [block.kind for block in find_blocks(text, "en")][1] == "credit"

    @pytest.mark.parametrize(
        "credits",
        [
            "(Reporting by Ada Holm; editing by O. Lim)",
            "(Additional reporting by the Oslo bureau)",
            "(Writing by Ada Holm)",
        ],
    )
    def test_may_close_a_paragraph(self, credits):
        text = (
            f"A ferry ran aground on Monday.\n\nNobody was hurt in the storm on Monday. {credits}"
        )
        *_, body, last = find_blocks(text, "en")

        assert text[last.start : last.end] == credits
        assert (body.kind, last.kind) == ("body", "credit")

    @pytest.mark.parametrize(
        "contact",
        [
            "For more information contact the port office on 01632 960 114.",
            "2. For further details write to press@varn.example.",
            "Media contact: Ada Holm, 01632 960 114",
            "Notes to editors",
        ],
    )
    def test_are_whom_a_press_release_names_for_questions(self, contact):
        text = f"Varn Water cut its losses in May, the firm said on Monday.\n\n{contact}"

        assert [block.kind for block in find_blocks(text, "en")] == ["body", "credit"]

    @pytest.mark.parametrize(
        "note",
        [
            "This story was updated at 4.15pm with a statement from the port.",
            "This article was amended on 3 May 2024 to correct the number of tugs.",
            "An earlier version of this article misstated how old the master was. He is 44.",
            "We use cookies to make this site better. By clicking Accept you agree to that.",
            "You have 3 free articles left this month.",
            "For confidential support call the Harbour Line on 116123.",
            "With additional reporting by Reuters and AFP.",
            "The writer is a professor of law in Oster. She has advised 14 ports.",
            "The agency is supported by two funds. It is solely responsible for all content.",
        ],
    )
    def test_are_what_a_page_says_of_itself(self, note):
        text = f"Varn Water cut its losses in May, the firm said on Monday.\n\n{note}"

        assert [block.kind for block in find_blocks(text, "en")] == ["body", "credit"]

    @pytest.mark.parametrize(
        "told",
        [
            "This report was published by the port board in 2019 and named nine tugs.",
            "An earlier version of the bill would have closed 40 ports.",
            "You have 40 crowns left of every hundred, she said.",
        ],
    )
    def test_are_not_what_is_told_in_such_words(self, told):
        text = f"Varn Water cut its losses in May, the firm said on Monday.\n\n{told}"

        assert [block.kind for block in find_blocks(text, "en")] == ["body", "body"]

    def test_are_not_every_remark_in_brackets(self):
        text = "A ferry ran aground.\n\nNobody was hurt in the storm (she said so on Monday)"

        assert [block.kind for block in find_blocks(text, "en")] == ["body", "body"]


class TestStandfirsts:
    LEAD = "The council paid for nine roads in May, and nobody mended a single one of them since."

    @pytest.mark.parametrize(
        "second",
        [
            "Nine roads were paid for twice. Why did nobody notice?",
            "The ferry is ten years late. Where did 40 million go?",
            "Three clerks knew. Who else?",
        ],
    )
    def test_close_with_a_question(self, second):
        assert self.kind_of_second(second, self.LEAD) == "standfirst"

    def test_stand_above_the_byline(self):
        text = "The council is out of money after nine years."

        assert self.kind_of_second(text, "By Ada Holm") == "standfirst"
        assert self.kind_of_second(text, self.LEAD) == "body"

    def test_are_no_longer_than_a_paragraph_of_the_text(self):
        assert self.kind_of_second(" ".join([self.LEAD] * 3), "By Ada Holm") == "body"

    def kind_of_second(self, second: str, third: str) -> str:
        text = "\n\n".join(["Roads paid for twice", second, third, self.LEAD, self.LEAD])
        return find_blocks(text, "en")[1].kind


class TestBylines:
    @pytest.mark.parametrize(
        "line",
        [
            "By Ada Holm",
            "BY ADA HOLM",
            "By A. J. Holm and Bo Lind in Varn",
            "By our staff",
            "By Ada Holm.",
        ],
    )
    def test_name_whoever_wrote(self, line):
        assert self.kind_of(line) == "byline"

    @pytest.mark.parametrize(
        "line",
        [
            "By Friday, 12 people had been hurt.",
            "By then 40 houses were lost.",
            "By Easter it was over.",
        ],
    )
    def test_are_no_sentences(self, line):
        assert self.kind_of(line) == "body"

    def kind_of(self, line: str) -> str:
        lead = "The council paid for nine roads in May, and nobody mended one of them since then."
        return find_blocks("\n\n".join(["Roads paid for twice", line, lead, lead]), "en")[1].kind


class TestNotes:
    ARTICLE = (
        "A ferry ran aground on Monday, and nine of the people on board were hurt by the fall.\n\n"
        "It was raised on Friday.\n\n"
    )

    def test_behind_a_rule_are_about_the_article(self):
        text = self.ARTICLE + (
            "___\n\nHolm reported from Varn. Ivo Lind in Oslo contributed to this report.\n\n"
            "___\n\nThe coverage of the Coast Agency receives support from three foundations."
        )
        kinds = [block.kind for block in find_blocks(text, "en")]

        assert kinds == ["body", "body"] + 4 * ["credit"]

    def test_are_not_the_parts_of_an_article_between_rules(self):
        text = self.ARTICLE + "* * *\n\nThe harbour board met. It fined the owner 9,000 crowns."
        kinds = [block.kind for block in find_blocks(text, "en")]

        assert "credit" not in kinds
        assert kinds[-1] == "body"

    @pytest.mark.parametrize(
        "text",
        ["Lim reported from Varn that nine boats had left.", "The wind contributed to this fire."],
    )
    def test_are_not_what_an_article_tells(self, text):
        assert [block.kind for block in find_blocks(self.ARTICLE + text, "en")] == 3 * ["body"]


@pytest.mark.parametrize(
    "time", ["2 p.m.", "10:30 a.m.", "4.30pm", "18:40", "7:15 p.m. GMT", "12 noon"]
)
def test_a_line_that_holds_a_time_of_day_parts_a_report(time):
    text = (
        "Varn storm: what is known\n\nThe storm reached Varn on Monday night and was felt as far as"
        f" Lim and Oster.\n\n{time}\n\nThe mayor closed nine schools."
    )

    assert [block.kind for block in find_blocks(text, "en")][1:] == ["body", "subhead", "body"]


def test_a_time_of_day_before_the_report_tells_when_it_was_set():
    text = (
        "Varn storm: what is known\n\n10:30 a.m.\n\nThe storm reached Varn on Monday night.\n\nLim."
    )

    assert [block.kind for block in find_blocks(text, "en")][1] == "byline"


@pytest.mark.parametrize("time", ["6.10am: ", "06:40 - ", "10:15 ", "18:05 GMT: "])
def test_a_time_of_day_in_front_of_a_line_is_no_part_of_it(time):
    text = f"The storm reached Varn on Monday night.\n\n{time}Nine schools were shut.\n\nLim."
    block = find_blocks(text, "en")[1]

    assert text[block.start : block.end] == "Nine schools were shut."


def test_a_time_that_a_sentence_begins_with_is_a_part_of_it():
    text = "The storm reached Varn on Monday night.\n\n10:50 was when it came.\n\nLim."
    block = find_blocks(text, "en")[1]

    assert text[block.start : block.end] == "10:50 was when it came."
