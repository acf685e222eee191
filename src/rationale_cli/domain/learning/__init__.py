"""What many decisions teach, with nothing in it that says whose they are."""
