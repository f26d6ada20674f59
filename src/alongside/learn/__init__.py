"""Learn: a short list that fits, each with its reason, not a heap of links; and questions without burden.

For somebody with twenty minutes a week who knows that they do not know enough; and for those who are asked to
explain their lives for the hundredth time: the library comes first. Private; no score, no certificate.
"""
