"""Expert case review: encrypted case packages, anonymous scoring, results that anyone can recompute."""

__version__ = "0.1.0"
