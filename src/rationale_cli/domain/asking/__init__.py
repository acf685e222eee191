"""An interview: a question set being answered, as values and the verbs between them."""
