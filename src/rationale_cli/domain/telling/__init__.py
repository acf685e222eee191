"""A history told in words: changes, corrections, briefings."""
