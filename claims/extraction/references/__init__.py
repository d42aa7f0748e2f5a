"""Words of a claim that lean on something named elsewhere, and what they stand for. Loads no model."""

from claims.extraction.references.finding import find_references
from claims.extraction.references.reading_out import read_out

__all__ = ["find_references", "read_out"]
