"""The archive of a round: written, checked, and what to publish beside it."""
