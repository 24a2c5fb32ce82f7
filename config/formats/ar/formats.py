"""Dates in Arabic: the month is a word everywhere, and the clock has 24 hours.

Django's own Arabic formats name no time together with a date, and a 12-hour clock.
"""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y، H:i"
SHORT_DATE_FORMAT = "j F Y"
SHORT_DATETIME_FORMAT = "j F Y، H:i"
TIME_FORMAT = "H:i"
NUMBER_GROUPING = 3
