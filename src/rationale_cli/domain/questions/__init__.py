"""Questions and question sets, with what they include and what can be wrong with them."""
