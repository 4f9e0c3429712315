"""What gets killed: ``kill_child.py intake WORKSPACE PATH...`` or ``kill_child.py pack WORKSPACE FILE``.

Says each thing once it is done; whoever read it may rely on it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from review_app.model.nomination.intake import take_in
from review_app.model.workspace import Workspace


def main() -> None:
    act, folder, *rest = sys.argv[1:]
    with Workspace.open(Path(folder)) as workspace:
        workspace.unlock()
        print("ready", flush=True)
        if act == "intake":
            for path in rest:
                (result,) = take_in(workspace, [Path(path)])
                print(result.status, result.case_id, flush=True)
        else:
            packed = workspace.packing.pack(workspace.rounds.current(), Path(rest[0]))
            print("packed", packed.terms_digest, flush=True)


main()
