"""The station of experts: roster, overlaps, the round and its cards, letters."""
