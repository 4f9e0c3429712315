"""The verbs of the command line, a file a group.  Each is a thin call of the functions the pages call."""

from review_app.verbs import demo, expert, look, organizer, results

GROUPS = (organizer, expert, results, look, demo)
