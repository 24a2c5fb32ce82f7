from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from articles.signals import snapshot_taken


class ClaimsConfig(AppConfig):
    name = "claims"
    verbose_name = _("Claims")

    def ready(self) -> None:
        # Receivers name models, which are loaded only now.
        from claims import receivers  # noqa: PLC0415

        post_migrate.connect(receivers.after_migrate, sender=self, dispatch_uid="claims.defaults")
        snapshot_taken.connect(receivers.after_snapshot, dispatch_uid="claims.reading")
