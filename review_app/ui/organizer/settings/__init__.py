"""Settings of the campaign."""
