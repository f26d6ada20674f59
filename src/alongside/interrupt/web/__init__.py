"""The pages of the room interrupt: Words."""
