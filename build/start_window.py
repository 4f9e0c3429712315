"""The frozen program without a console."""

import sys

from review_app.__main__ import window

sys.exit(window())
