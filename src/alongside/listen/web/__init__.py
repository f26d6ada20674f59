"""The pages of the room listen."""
