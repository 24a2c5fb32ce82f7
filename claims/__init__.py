"""What is checked: claims, evidence, verdicts, and the people who work on them."""
