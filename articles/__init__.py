"""What came in: outlets, feeds, articles and the exact wording each had."""
