"""The admin: everything can be seen here, and everything is done by the verbs."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from claims.admin import claimants, claims, people, readers, records

__all__ = ["claimants", "claims", "people", "readers", "records"]

admin.site.site_header = "Plumbline"
admin.site.site_title = "Plumbline"
admin.site.index_title = _("The record")
admin.site.site_url = "/desk/"
