"""Reusable pieces that know no use case."""
