"""The page of the results: ranking, what lies behind it, the notice with its objections, what is handed out."""
