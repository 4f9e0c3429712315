"""Looking after a campaign: recovery kit, backup and restoring, where things lie, what can be undone."""
