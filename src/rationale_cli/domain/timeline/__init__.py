"""What happened, when: a history laid out on one line of time, and drawn."""
