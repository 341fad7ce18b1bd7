"""Measures: what build.py runs, a module for each group of cases."""
