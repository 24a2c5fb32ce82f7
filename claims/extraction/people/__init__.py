"""Who is named and meant: names, offices, pronouns, parties, owners."""
