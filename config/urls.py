"""All addresses. Each package brings its own; they are named here as strings."""

from django.contrib import admin
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt
from django.views.i18n import set_language

from config import health

# Here and not at every start: the forms of the admin reach every reader of files, and no command,
# worker or beat shows a page.
admin.autodiscover()

urlpatterns = [
    path("", include("claims.accounts.urls")),
    path("healthz", health.live),
    path("readyz", health.ready),
    # A public page has no session and thus no form token; all this sets is a language.
    path("language/", csrf_exempt(set_language), name="set_language"),
    path("admin/", admin.site.urls),
    path("desk/reports/", include("claims.reports.urls")),
    path("desk/", include("claims.desk.urls")),
    path("", include("claims.public.urls")),
    path("", include("claims.api.urls")),
]
