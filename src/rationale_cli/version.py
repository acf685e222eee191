"""The version, where it costs nothing to read: importlib.metadata takes a third of start-up."""

VERSION = "0.1.0"
