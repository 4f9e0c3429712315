"""Overview: what is done, what is next, what is missing."""
