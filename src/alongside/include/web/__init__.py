"""The pages of the room include."""
