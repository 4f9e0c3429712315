"""Where words can be found in a case, beside its attachments, which go by their members' names."""

from __future__ import annotations

TITLE, FACTS, DOSSIER = "title", "facts", "dossier"
