"""Values as TOML text and back, with every fault placed by line and column."""
