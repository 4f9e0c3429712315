"""The station of nominations: what was handed in, looked at, corrected, accepted, sent back."""
