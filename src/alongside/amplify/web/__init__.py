"""The pages of the room amplify. They exist only where Alongside is run for a community."""
