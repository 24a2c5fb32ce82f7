"""What whoever is meant is called in a proposed wording: with the article and marks of the text."""

from __future__ import annotations

from bisect import bisect_left

from ..attribution import Attribution, Span
from ..people.speakers import Speakers
from ..tagging.tokens import Tokens

OWNED = ("'s ", "’s ", "' ", "’ ")  # in a name that tells already whose it is: "Ada Holm's party"
MARKS = ' "”'  # what may stand in front of a source that follows a quotation
ARTICLES = ("the ", "an ", "a ")
REACH = 20_000  # code points around its first mention, in which a name is looked for
NOUNS = "nN#"  # class letters of what may lead the words for a source


class Naming:
    """Names sources and subjects of one document."""

    def __init__(self, tokens: Tokens, speakers: Speakers):
        self.tokens, self.words, self.speakers = tokens, speakers.words, speakers
        self.has_articles = self.words.has("articles", "the")
        self.known: dict[str, str] = {}
        self.small = ""  # the text in lower case, once it is asked for
        self.mark = ""

    def called(self, name: str) -> str:
        """A name with the article that the text gives it: "the Maritime Safety Authority"."""
        if not self.has_articles:
            return name
        if name not in self.known:
            self.known[name] = self._with_article(name)
        return self.known[name]

    def _with_article(self, name: str) -> str:
        known = self.speakers.names.known.get(name)
        head = name.partition(" ")[0]
        if known is not None and known.is_person:
            return name
        if self.words.has("determiners", head.lower()) or self.words.has("numerals", head.lower()):
            return name if known is not None else self.inner(name)
        before = self._before(name.lower(), known.first if known is not None else 0)
        given = [article for article in before if article]
        if head[0].isupper():
            # Not for "the Kelder Line ferry" alone.
            return f"the {name}" if given.count("the") * 2 > len(before) else name
        if given:
            return f"{given[0]} {name}"
        return name if self._is_many(name) or any(mark in name for mark in OWNED) else f"the {name}"

    def _before(self, name: str, first: int) -> list[str]:
        """The article in front of each place where a name stands, "" for none, near the first.

        By plain search: an expression for each name would be made anew in every text. The names of
        a long text would be as many searches through all of it.
        """
        text = self.small = self.small or self.tokens.text.lower()
        begin, stop = max(0, first - REACH), first + REACH
        found, behind, at = [], begin, text.find(name, begin, stop)
        while at >= 0:
            end = at + len(name)
            if not (_is_bound(text, at) and _is_bound(text, end)):
                at = text.find(name, at + 1, stop)
                continue
            article = next((one for one in ARTICLES if text.endswith(one, behind, at)), "")
            given = article and _is_bound(text, at - len(article))
            found.append(article.rstrip() if given else "")
            behind, at = end, text.find(name, end, stop)
        return found

    def _is_many(self, name: str) -> bool:
        """Say whether a name without capitals is that of a group: "two people", "prosecutors"."""
        last = name.rpartition(" ")[2]
        return name[0].isdecimal() or (last[0].islower() and self.words.is_plural(last))

    def owner(self, name: str) -> str:
        """The same as whose something is: "Kelder Line’s", with the apostrophe of the text."""
        return self.owned(self.called(name))

    def owned(self, name: str) -> str:
        """Words of the text as whose something is."""
        if not self.mark:
            text = self.tokens.text
            self.mark = "’" if text.count("’") >= text.count("'") else "'"
        known = self.speakers.names.known.get(name)
        several = " " in name or name[0].islower()  # "Orr Mills’ ships", but "Nordgas’s"
        many = name[-1] == "s" and several and (known is None or not known.is_person)
        return name + self.mark + ("" if many else "s")

    def inner(self, text: str) -> str:
        """Words of the text as they are written inside a sentence: "the yard", for "The yard"."""
        head, tie, rest = text.partition(" ")
        small = head.lower()
        common = self.words.has("determiners", small) or self.words.has("numerals", small)
        return small + tie + rest if common else text

    def subject(self, said: Attribution) -> str:
        """Who says something, as the subject of a sentence that stands alone.

        The words of the text, unless a pronoun or half a name stands there.
        """
        source = said.source
        if source is None:
            return ""
        text = self._without_aside(source)
        name = said.speaker
        if name is None or name in text or not self._is_named(name, source):
            return text
        own = self.words.has("pronouns.first", text.lower())
        return f"{text} [{self.called(name)}]" if own else self.called(name)

    def _is_named(self, name: str, source: Span) -> bool:
        """Say whether a name tells more than the words of the text do."""
        if self.tokens.kinds[bisect_left(self.tokens.starts, source[0])] in "xs":
            return True  # "he", "which"
        return self.has_articles and any(word[0].isupper() for word in name.split())

    def _without_aside(self, source: Span) -> str:
        """The words for a source, without what is said of it between commas."""
        tokens, text = self.tokens, self.tokens.text
        begin = bisect_left(tokens.starts, source[0])
        end = bisect_left(tokens.starts, source[1], begin)
        comma = tokens.kinds.find(",", begin, end)
        if comma > begin and tokens.kinds[comma - 1] in NOUNS and tokens.kinds[end] == ",":
            end = comma
        return text[source[0] : tokens.ends[end - 1]].lstrip(MARKS)


def _is_bound(text: str, at: int) -> bool:
    """Say whether a word begins or ends at a place."""
    before, behind = text[at - 1 : at], text[at : at + 1]
    return (before.isalnum() or before == "_") != (behind.isalnum() or behind == "_")
