from __future__ import annotations

import warnings

from django.apps import apps
from django.forms import modelform_factory

from articles.fields import WebAddressField


class TestWebAddressField:
    def test_takes_an_address_without_a_scheme_for_https(self):
        assert WebAddressField().formfield().clean("news.example/a") == "https://news.example/a"

    def test_no_form_of_any_model_guesses_otherwise(self):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            for model in apps.get_models():
                modelform_factory(model, fields="__all__")
