#!/usr/bin/env python3
"""The one command of Plumbline: `python3 manage.py up`, `python3 manage.py test`, `... help`.

Needs nothing but Python: the packages are installed into `.venv` on the first start and after
every change of the requirements. `PLUMBLINE_NO_VENV=1` uses the Python it is called with.
"""

import runpy
import sys

from config import bootstrap

if __name__ == "__main__":
    bootstrap.prepare(sys.argv)
    runpy.run_module("config.command", run_name="__main__")
