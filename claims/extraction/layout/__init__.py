"""What stands where on a page: blocks, turns of speakers, sentences, quotation marks."""
