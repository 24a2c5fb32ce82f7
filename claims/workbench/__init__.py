"""What both the desk and the admin show of a claim and ask about it: forms, acts, lit texts."""
