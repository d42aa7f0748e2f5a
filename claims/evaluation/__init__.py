"""Scores any classifier on labelled pairs and on whole statements; see ``record`` for what is measured."""
