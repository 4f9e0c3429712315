"""The organizer's desk: a page a station, over one open workspace."""
