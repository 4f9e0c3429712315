"""The page of stage 2: panel, votes, decisions, what changed, the frozen list."""
