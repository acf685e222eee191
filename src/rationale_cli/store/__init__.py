"""The only package that knows git: the folder, its revisions, its drafts."""
