"""Renders a report as JSON (canonical), HTML, Markdown and CSV; knows the records and nothing else of ours."""
