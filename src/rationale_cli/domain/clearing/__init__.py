"""Clearing a history for an audience: what is labelled, what goes, and what is said of it."""
