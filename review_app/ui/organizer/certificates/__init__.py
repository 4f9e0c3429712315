"""The certificates of the winners: their look, a preview, and printing."""
