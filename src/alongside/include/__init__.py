"""Include: circles with a promise one can read before entering, events people can attend, and a digest.

For somebody who runs a group in spare hours, and for members who want to know what holds here before they
come in. A circle is small, thin and slow; it replaces no chat.
"""
