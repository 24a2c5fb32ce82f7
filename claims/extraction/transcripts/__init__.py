"""What was said and written down without punctuation: captions, speech recognition."""
