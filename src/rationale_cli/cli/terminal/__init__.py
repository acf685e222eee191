"""The interview at a terminal: one open question below a transcript that only grows."""
