"""Content: data only. Actions, cards and the lists of each language, with their schemas."""
