"""The three ways by which a person hands in an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles import readers
from articles.errors import CannotTakeIn
from articles.intake import take_in
from articles.models import Fetch, Snapshot, Way
from articles.tasks import queue_fetch
from claims.workbench.forms import NO_ADDRESS, area, web_address

if TYPE_CHECKING:
    from claims.accounts.models import User


class TakeInForm(forms.Form):
    """What the three ways share. `field_of` names the field that each refusal is about."""

    way: ClassVar[Way]
    content: ClassVar[str]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            # Whoever comes here has the text at hand: it can be pasted at once.
            self.fields[self.content].widget.attrs["autofocus"] = True

    def take(self, actor: User) -> Snapshot | Fetch:
        """Take the article in: return its wording, or the job that fetches it.

        Raises CannotTakeIn, and then nothing was kept.
        """
        raise NotImplementedError

    def blame(self, error: CannotTakeIn) -> None:
        """Write a refusal beside the field that it is about."""
        name = {"text": self.content, "language": "language_tag"}.get(error.field, error.field)
        self.add_error(name if name in self.fields else None, error.message)


class AboutForm(TakeInForm):
    """What a person knows about a text beside the text."""

    headline = forms.CharField(
        label=_("Headline"),
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text=_("Without one, the first line is taken."),
    )
    url = forms.URLField(
        label=_("Address"),
        required=False,
        max_length=2000,
        assume_scheme="https",
        widget=web_address(),
        error_messages=NO_ADDRESS,
        help_text=_("Where it stands on the web. It tells the outlet, and later versions apart."),
    )
    byline = forms.CharField(
        label=_("Byline"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    published_at = forms.DateTimeField(
        label=pgettext_lazy("article", "Published"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    language_tag = forms.CharField(
        label=_("Language"),
        required=False,
        max_length=35,
        help_text=_("A code such as en or he. Without one, it is told from the text."),
    )

    def about(self) -> dict[str, Any]:
        """Return what was said about the text, as take_in() takes it."""
        names = ("headline", "url", "byline", "published_at", "language_tag")
        return {name: self.cleaned_data[name] for name in names}


class PasteForm(AboutForm):
    way, content = Way.PASTE, "text"
    text = forms.CharField(
        label=_("Text of the article"),
        strip=False,
        widget=area(16, **{"data-size": "tall", "data-kind": "said"}),
    )
    field_order = ["text"]

    def take(self, actor: User) -> Snapshot:
        return take_in(self.cleaned_data["text"], way=self.way, by=actor, **self.about()).snapshot


KINDS_OF_FILES = ".txt,.md,.srt,.vtt,.html,.htm,.pdf,.docx"


class UploadForm(AboutForm):
    way, content = Way.UPLOAD, "file"
    file = forms.FileField(
        label=_("File"),
        allow_empty_file=True,
        widget=forms.ClearableFileInput(attrs={"accept": KINDS_OF_FILES}),
    )
    field_order = ["file"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = _("Text, HTML, PDF or Word, up to %(size)d MB.") % {
            "size": settings.ARTICLE_MAX_BYTES // 1_000_000
        }

    def take(self, actor: User) -> Snapshot:
        sent = self.cleaned_data["file"]
        read = readers.read(sent.read(), media_type=sent.content_type or "", field="file")
        return take_in(read, way=self.way, by=actor, **self.about()).snapshot


class AddressForm(TakeInForm):
    way, content = Way.URL, "url"
    url = forms.URLField(
        label=_("Address of the article"),
        max_length=2000,
        assume_scheme="https",
        help_text=_("The page is fetched and read in the background; this takes some seconds."),
        widget=web_address(),
        error_messages=NO_ADDRESS,
    )

    def take(self, actor: User) -> Fetch:
        return queue_fetch(self.cleaned_data["url"], by=actor)


FORMS: dict[str, type[TakeInForm]] = {
    form.way.value: form for form in (PasteForm, AddressForm, UploadForm)
}
