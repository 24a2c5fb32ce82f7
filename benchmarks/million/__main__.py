"""Set Django up, then build: `python -m benchmarks.million --help`."""

import os
import sys
from importlib import import_module

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()
# It needs the models.
import_module("benchmarks.million.build").main(sys.argv[1:])
