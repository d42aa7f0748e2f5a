"""Typed errors; the command line catches ``ClaimsError`` only and prints its one line."""


class ClaimsError(Exception):
    """Base of every error whose message is meant for the user."""


class DataError(ClaimsError, ValueError):
    """Input that cannot be read as what it was given as."""


class LabelOrderError(ClaimsError, ValueError):
    """A checkpoint whose ``id2label`` does not name the three NLI classes."""


class ArtifactError(ClaimsError, FileNotFoundError):
    """Model files that are missing, incomplete or not the ones expected."""


class CalibrationError(ClaimsError, ValueError):
    """Calibration data or parameters that cannot be used."""
