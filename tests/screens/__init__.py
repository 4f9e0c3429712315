"""Pictures of every page, to be looked at, and the check that nothing in them is cut off."""
