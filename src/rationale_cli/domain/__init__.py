"""What a decision is: values and the verbs between them; no clock, no files, no environment."""
