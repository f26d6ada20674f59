"""Content is product: rules, actions and lists as TOML, one folder a language, each entry with its source."""
