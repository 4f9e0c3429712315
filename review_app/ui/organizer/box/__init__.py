"""The ballot box: taking in, closing, opening."""
