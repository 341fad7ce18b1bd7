"""Checks: what the article itself says about checking, about answers and denials, and about what is not known."""

from sitegen.analyse.checks.answering import find_answers
from sitegen.analyse.checks.checking import find_checks
from sitegen.analyse.checks.questions import find_open_questions

__all__ = ["find_answers", "find_checks", "find_open_questions"]
