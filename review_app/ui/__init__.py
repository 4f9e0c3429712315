"""The window: what experts and organizers see.  Knows no SQL, no cryptography and no file format."""
