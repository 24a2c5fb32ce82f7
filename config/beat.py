"""The Celery application of beat: `celery --app config.beat beat`.

Beat sends the names of tasks and needs none of their modules, nor the linguistics behind them.
"""

from __future__ import annotations

from celery import Celery

# Its signals and filters hold here too.
import config.celery  # noqa: F401

app = Celery("plumbline", set_as_current=False)
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.imports = ()
