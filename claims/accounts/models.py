from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """A person who works at the desk."""

    email = models.EmailField(unique=True)
