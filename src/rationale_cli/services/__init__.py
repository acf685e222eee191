"""What can be asked of the program, as functions; no terminal, no clock."""
