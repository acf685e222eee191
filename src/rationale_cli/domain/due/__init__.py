"""What waits: everything that a record leaves to be done, answered, looked at or ended."""
