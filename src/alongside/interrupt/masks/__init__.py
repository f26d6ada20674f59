"""What in a document is not written for readers: code, addresses, markup. One noun for each kind of document.

Every mask reads bytes and returns spans in order and apart, in time that grows with the size and no faster.
What is doubtful stays to be read: a mask hides what it knows.
"""
