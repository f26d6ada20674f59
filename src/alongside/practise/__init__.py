"""Practise: rehearse the sentence that usually comes ten minutes too late, five minutes at a time.

For somebody who freezes when it counts, and for somebody who was told "that was hurtful" and wants to answer
well. Scenes, noticing drills, taking correction, and a spaced return. What is chosen or typed is not kept.
"""
