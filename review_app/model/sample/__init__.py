"""The sample campaign: a fictional edition on which everything can be tried without asking anyone."""
