"""Ranking: who of those that a text mentions says a quotation, and whether a quotation is said at all.

Voices are the words that may name a speaker, scenes the quotation where it stands, quoted both together. Clues tell
what speaks for a voice, speaker_weights how much, choice takes one; signs and speech_weights say whether it is
speech.
"""
