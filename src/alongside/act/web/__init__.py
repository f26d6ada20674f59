"""The pages of the room act."""
