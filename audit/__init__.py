"""Checks the built sites as their readers meet them: `python -m audit`, `python -m audit.screenshots`."""
