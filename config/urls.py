"""All addresses. Each package brings its own; they are named here as strings."""

from django.contrib import admin
from django.urls import path

urlpatterns = [
    path("admin/", admin.site.urls),
]
