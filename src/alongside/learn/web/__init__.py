"""The pages of the room learn."""
