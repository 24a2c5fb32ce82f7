from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "claims.accounts"
    label = "accounts"
    verbose_name = "People and keys"
