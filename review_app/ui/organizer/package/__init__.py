"""The page of the case package."""
