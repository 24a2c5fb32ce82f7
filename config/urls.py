"""All addresses. Each package brings its own; they are named here as strings."""

from django.contrib import admin
from django.urls import include, path

from config import health

urlpatterns = [
    path("", include("claims.accounts.urls")),
    path("healthz", health.live),
    path("readyz", health.ready),
    path("admin/", admin.site.urls),
    path("desk/reports/", include("claims.reports.urls")),
    path("desk/", include("claims.desk.urls")),
    path("", include("claims.public.urls")),
    path("", include("claims.api.urls")),
]
