"""The only package that makes documents."""
