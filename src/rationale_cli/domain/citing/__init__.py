"""Citations: which provision of the library people mean by what they type."""
