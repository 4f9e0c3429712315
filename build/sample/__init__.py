"""Draws the attachments of the sample campaign: reports as PDF, schematic pictures as PNG and JPEG.

``reports/*.yaml`` and ``pictures.yaml`` hold every word and figure; the modules here only know how to set
and draw them.
"""

import sys
from importlib.util import find_spec
from pathlib import Path

if find_spec("review_app") is None:  # run from a source tree whose program is not installed
    sys.path.append(str(Path(__file__).resolve().parents[2]))
