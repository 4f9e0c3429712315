"""Says which arguments pytest needs where Qt can't be loaded, as its system libraries are missing: nothing otherwise.

    python -m pytest $(python tests/without_qt.py)

The plugin for Qt would end the run before its first test; what needs no window can be tested all the same.
"""

from __future__ import annotations

NEEDS_QT = ("tests/ui", "tests/screens", "tests/test_naughty_strings.py")
PLUGIN = "pytest-qt"


def qt_loads() -> bool:
    """Whether Qt's libraries find all they need of the system."""
    try:
        import PySide6.QtWidgets  # noqa: F401 - loading it is what this is about
    except ImportError:
        return False
    return True


if __name__ == "__main__" and not qt_loads():
    print("-p", f"no:{PLUGIN}", *(f"--ignore={path}" for path in NEEDS_QT))
