from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ClaimsConfig(AppConfig):
    name = "claims"
    verbose_name = "Claims"

    def ready(self) -> None:
        # Receivers may only be connected once every model is loaded.
        from claims import receivers  # noqa: PLC0415

        post_migrate.connect(receivers.after_migrate, sender=self, dispatch_uid="claims.defaults")
