"""Record why a decision was made, keep every version, and tell it as a briefing."""
