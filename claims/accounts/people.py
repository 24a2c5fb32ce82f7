"""New people: the first one by a set-up link, others on the command line."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.tokens import default_token_generator
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import connection, transaction
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _

from articles.wording import FORBIDDEN

SETUP_SALT = "plumbline.setup"
SETUP_HOURS = 24


class Refusal(Exception):
    """The person cannot be added; the text is a sentence. `field` names the input."""

    def __init__(self, text: str, *, field: str = "") -> None:
        super().__init__(text)
        self.field = field


def add_person(email: str, *, name: str, role: str, password: str | None = None):
    """Return a new person who has the role (the name of a group) and may open the admin.

    Without a password they choose one through `password_path`. Raises Refusal.
    """
    people = get_user_model()
    email, name = email.strip().lower(), name.strip()
    try:
        validate_email(email)
    except ValidationError:
        raise Refusal(_("{email} is not an e-mail address.").format(email=email), field="email")
    if not name or FORBIDDEN.search(name):
        raise Refusal(_("A person needs a name, as colleagues see it."), field="name")
    with transaction.atomic():
        groups = {group.name: group for group in Group.objects.all()}
        if role not in groups:
            known = ", ".join(sorted(groups))
            text = _("There is no role {role}: choose one of {known}.")
            raise Refusal(text.format(role=role, known=known), field="role")
        if people.objects.filter(email__iexact=email).exists():
            text = _("{email} is here already.").format(email=email)
            raise Refusal(text, field="email")
        person = people.objects.create_user(email, password, name=name, is_staff=True)
        person.groups.add(groups[role])
    return person


def add_first_person(email: str, *, name: str, role: str, password: str):
    """Return the first person of an empty desk. Raises Refusal when somebody is here already.

    Of two answers to the same link one makes a person.
    """
    with transaction.atomic():
        table = connection.ops.quote_name(get_user_model()._meta.db_table)
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE")
        if not desk_is_empty():
            raise Refusal(_("This desk has people already: ask one of them to add you."))
        return add_person(email, name=name, role=role, password=password)


def desk_is_empty() -> bool:
    """Whether nobody is here yet."""
    return not get_user_model().objects.exists()


def setup_path() -> str:
    """Return the path of a page on which the first person of an empty desk is made.

    It works for 24 hours, and for as long as nobody is here.
    """
    return reverse("setup", kwargs={"token": signing.dumps("first person", salt=SETUP_SALT)})


def is_setup_token(token: str) -> bool:
    """Whether the token was made by `setup_path`, is young enough and still of use."""
    try:
        signing.loads(token, salt=SETUP_SALT, max_age=SETUP_HOURS * 3600)
    except signing.BadSignature:
        return False
    return desk_is_empty()


def password_path(person) -> str:
    """Return the path of a page on which this person chooses a password, once."""
    uid = urlsafe_base64_encode(force_bytes(person.pk))
    token = default_token_generator.make_token(person)
    return reverse("password_reset_confirm", kwargs={"uidb64": uid, "token": token})
