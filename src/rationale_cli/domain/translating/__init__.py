"""Texts in another language: what can be translated, what is wrong with it, and how it is laid."""
