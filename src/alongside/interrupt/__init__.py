"""Noticing wording that may leave readers out, in text and code, and calling in."""
