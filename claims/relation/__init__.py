"""What two claims have to do with each other: over what they clash, and whether of one event and time. No model."""

from __future__ import annotations

from claims.relation.conflict import describe_conflict
from claims.relation.fields import Fields, compare_fields
from claims.relation.reason import between, explain

__all__ = ["Fields", "between", "compare_fields", "describe_conflict", "explain"]
