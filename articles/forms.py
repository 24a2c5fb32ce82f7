"""What people fill in about articles, outlets and feeds in the admin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from . import addresses, language, readers
from .errors import BadAddress, CannotTakeIn
from .intake import TakenIn, pasted, take_in
from .models import URL_LENGTH, Article, Feed, Fetch, Source, Way
from .tasks import queue_fetch
from .wording import FORBIDDEN

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser


class LanguageField(forms.CharField):
    """A language tag, spelled as BCP 47 does whatever way it was typed."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("Language"))
        options.setdefault("help_text", _("A code such as en, he or pt-BR; empty if unknown."))
        super().__init__(max_length=35, required=False, **options)

    def clean(self, value: Any) -> str:
        told = super().clean(value)
        if told and not language.tag(told):
            raise ValidationError(_("Give the language as a code such as en, de or pt-BR."))
        return language.tag(told)


class AddressField(forms.CharField):
    """A web address, in normal form."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("Address"))
        options.setdefault("widget", forms.URLInput(attrs={"class": "vURLField"}))
        super().__init__(max_length=URL_LENGTH, **options)

    def clean(self, value: Any) -> str:
        told = super().clean(value)
        if not told:
            return ""
        try:
            return addresses.normal(told)
        except BadAddress as error:
            raise ValidationError(str(error)) from None


class WordingField(forms.CharField):
    """A text kept to the letter; what it may not hold is said by the door, with its place."""

    def __init__(self, **options: Any) -> None:
        super().__init__(strip=False, **options)
        # Django's own word on NUL characters would not say where they stand.
        self.validators = []


class SourceForm(forms.ModelForm):
    homepage = AddressField(label=_("Home page"), required=False)
    language = LanguageField()

    class Meta:
        model = Source
        fields = ["name", "domain", "homepage", "language", "country", "notes"]

    def clean_domain(self) -> str:
        """Take the host out of an address, where a person pasted one."""
        told = self.cleaned_data["domain"].strip()
        try:
            return addresses.outlet_domain(
                addresses.normal(told if "://" in told else f"https://{told}/")
            )
        except BadAddress as error:
            raise ValidationError(str(error)) from None

    def clean_country(self) -> str:
        country = self.cleaned_data["country"].strip().upper()
        if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
            raise ValidationError(_("Give the country as two letters, such as DE or NG."))
        return country


class FeedForm(forms.ModelForm):
    url = AddressField(help_text=_("Of the feed itself: RSS, Atom or JSON Feed."))

    class Meta:
        model = Feed
        fields = ["url", "title", "source", "active", "interval", "next_due_at"]

    def clean_url(self) -> str:
        url = self.cleaned_data["url"]
        if urlsplit(url).port not in (None, *settings.FETCH_PORTS):
            raise ValidationError(_("This port is not fetched from."))
        return url


class ArticleForm(forms.ModelForm):
    """What is known of an article beside its text."""

    language = LanguageField()

    class Meta:
        model = Article
        fields = ["headline", "byline", "source", "language", "published_at"]
        widgets = {
            "headline": forms.TextInput(attrs={"class": "vLargeTextField", "dir": "auto"}),
            "byline": forms.TextInput(attrs={"class": "vTextField", "dir": "auto"}),
        }

    def clean_headline(self) -> str:
        return _on_one_line(self.cleaned_data["headline"])

    def clean_byline(self) -> str:
        return _on_one_line(self.cleaned_data["byline"])


class FetchForm(forms.ModelForm):
    url = AddressField(label=_("Address of the article"))

    class Meta:
        model = Fetch
        fields = ["url"]


class TakeInForm(forms.Form):
    """A text, a file or an address, with what is known about the article."""

    text = WordingField(
        label=_("Text"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 20, "class": "vLargeTextField", "dir": "auto"}),
        help_text=_("The whole text as published, headline first."),
    )
    file = forms.FileField(
        label=_("File"),
        required=False,
        allow_empty_file=True,
        help_text=_("Instead of the text: a text file, a web page (.html), PDF or Word (.docx)."),
    )
    url = AddressField(
        required=False,
        help_text=_(
            "Without a text or file, the page is fetched. With one: where it was published."
        ),
    )
    headline = forms.CharField(
        label=_("Headline"),
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"class": "vTextField", "dir": "auto"}),
        help_text=_("Without one, the first line is taken."),
    )
    byline = forms.CharField(
        label=_("Byline"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"class": "vTextField", "dir": "auto"}),
    )
    language = LanguageField(help_text=_("Without one, it is told from the text."))
    published_at = forms.DateTimeField(
        label=pgettext_lazy("article", "Published"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )

    def clean(self) -> dict[str, Any]:
        told = super().clean()
        has_text, has_file = bool(told.get("text")), told.get("file") is not None
        if has_text and has_file:
            self.add_error("file", _("Give the text or a file, not both."))
        elif not (has_text or has_file or told.get("url") or self.errors):
            self.add_error("text", _("Paste a text, choose a file, or give an address."))
        return told

    def take(self, by: AbstractBaseUser) -> TakenIn | Fetch | None:
        """Take the article in, or queue its fetching. None: refused, and the form says why."""
        told = self.cleaned_data
        try:
            if told.get("file") is None and not told["text"]:
                return queue_fetch(told["url"], by=by)
            if told.get("file") is None:
                way, read = Way.PASTE, pasted(told["text"])
            else:
                way, read = Way.UPLOAD, readers.read(told["file"].read(), field="file")
            return take_in(
                read,
                way=way,
                by=by,
                url=told["url"],
                headline=told["headline"],
                byline=told["byline"],
                language_tag=told["language"],
                published_at=told["published_at"],
            )
        except CannotTakeIn as error:
            field = "file" if error.field == "text" and told.get("file") else error.field
            self.add_error(field if field in self.fields else None, error.message)
            return None


def _on_one_line(value: str) -> str:
    if FORBIDDEN.search(value):
        raise ValidationError(_("There is a control character in it. Type it anew."))
    return " ".join(value.split())
