"""Who has seen a decision, what of it they have read, and what they said back."""
