"""The interview as plain lines, which a screen reader can follow and a pipe can feed."""
