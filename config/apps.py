from django.apps import AppConfig

from config.celery import app as celery_app
from config.naming import translate_names


class ConfigConfig(AppConfig):
    """The platform itself: its commands, the message queue, and the Celery application.

    Loading this app loads the Celery application, so that every process that has Django
    publishes its tasks to the right broker.
    """

    name = "config"
    verbose_name = "Platform"
    celery = celery_app

    def ready(self) -> None:
        translate_names()
