"""Include: small circles with a promise one can read before one enters.

For somebody who runs a group in spare hours, and for people who want to know what a place promises, and what it
cannot, before they say anything in it. Open to all: no identity is asked.
"""
