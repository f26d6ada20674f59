"""The interface for programs: the same deeds and rules as the pages, by tokens with scopes."""
