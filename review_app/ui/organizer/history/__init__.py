"""History: everything that was done."""
