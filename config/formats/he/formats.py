"""Dates in Hebrew: the month is a word in the text, a number in lists; the clock has 24 hours."""

DATE_FORMAT = "j בF Y"
DATETIME_FORMAT = "j בF Y, H:i"
SHORT_DATE_FORMAT = "j.n.Y"
SHORT_DATETIME_FORMAT = "j.n.Y, H:i"
TIME_FORMAT = "H:i"
NUMBER_GROUPING = 3
