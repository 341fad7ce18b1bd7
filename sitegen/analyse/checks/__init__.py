"""Checks: what the article itself says about checking, about answers and denials, and about what is not known.

Lexicon holds the words and verbs the grammar of acts (done, not done, refused); naming says who acts, objects what
was looked at. On these stand checking (was it checked?), answering (was it denied or answered?) and questions (what
is not known?).
"""

from sitegen.analyse.checks.answering import find_answers
from sitegen.analyse.checks.checking import find_checks
from sitegen.analyse.checks.questions import find_open_questions

__all__ = ["find_answers", "find_checks", "find_open_questions"]
