"""The organizer's workspace: one folder a campaign."""

from review_app.model.workspace.workspace import Workspace

__all__ = ["Workspace"]
