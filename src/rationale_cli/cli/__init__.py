"""The terminal: commands, prompts and how values look on a screen."""
