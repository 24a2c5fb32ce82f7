"""People and the keys they hold. Named elsewhere through AUTH_USER_MODEL only."""
