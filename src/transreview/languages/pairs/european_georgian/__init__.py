"""What a Georgian translation of English or Russian may turn round.

The Georgian side is the one that translations of Chinese are compared with; each source language has its
words in a file of its own. Less is asked than of Chinese: denials, times, comparisons and words that exclude
each other.
"""
