"""Checking a published result or a certificate, for anyone."""
