"""What an expert sees: open a package, read and score, check, sign and export."""
