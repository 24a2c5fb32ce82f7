"""Text in, statements that can be checked out. spaCy and numpy only; knows no Django."""
