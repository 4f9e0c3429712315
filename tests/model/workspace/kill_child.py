"""What gets killed: ``kill_child.py intake WORKSPACE PATH...``, ``pack WORKSPACE FILE``, ``open WORKSPACE``,
``keep WORKSPACE FILE`` or ``back FILE FOLDER``.

Says each thing once it is done; whoever read it may rely on it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from review_app.model.crypto.vault import Unlocker
from review_app.model.nomination.intake import take_in
from review_app.model.workspace import Workspace
from review_app.model.workspace.keeping import bring_back, keep


def main() -> None:
    act, folder, *rest = sys.argv[1:]
    if act == "back":
        print("ready", flush=True)
        print("back", bring_back(Path(folder), Path(rest[0]), Unlocker()).log_head, flush=True)
        return
    with Workspace.open(Path(folder)) as workspace:
        workspace.unlock()
        print("ready", flush=True)
        if act == "intake":
            for path in rest:
                (result,) = take_in(workspace, [Path(path)])
                print(result.status, result.case_id, flush=True)
        elif act == "open":
            opening = workspace.counting.open(workspace.rounds.current())
            print("opened", opening.accepted, flush=True)
        elif act == "keep":
            print("kept", keep(workspace, Path(rest[0]), replace=True).log_head, flush=True)
        else:
            packed = workspace.packing.pack(workspace.rounds.current(), Path(rest[0]))
            print("packed", packed.terms_digest, flush=True)


main()
