"""Shared instruments: what two rooms need, one noun per file, without Django and without any door."""
