"""Stage 1: nominations from folders, Word documents and tables."""
