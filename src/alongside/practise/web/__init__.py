"""The door of the room practise in the browser."""
