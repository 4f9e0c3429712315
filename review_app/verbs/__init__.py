"""The verbs of the command line, a file a group.  Each is a thin call of the functions the pages call."""

from review_app.verbs import demo, expert, inspect, organizer, results, verify

GROUPS = (organizer, expert, results, inspect, verify, demo)
