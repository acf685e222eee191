"""Word: a document of real styles that a team goes on working with."""
