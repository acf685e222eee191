"""What is missing or silent in a decision: one rule, one function, one id."""
