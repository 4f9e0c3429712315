#!/usr/bin/env bash
# Freezes the program into out/dist/review-app and tries it out: a version, a whole round, drawn PDF pages, an open window.
# Usage: build/freeze.sh     (after build/setup.sh dist)
set -euo pipefail
cd "$(dirname "$0")/.."
top=$(pwd)

.venv/bin/python -m PyInstaller --noconfirm --log-level WARN \
    --distpath out/dist --workpath out/pyinstaller build/pyinstaller.spec
echo "frozen: out/dist/review-app, $(du -sm out/dist/review-app | cut -f 1) MB"

trial=$(mktemp -d)
trap 'rm -rf "$trial"' EXIT
export REVIEW_APP_HOME=$trial/home
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || export QT_QPA_PLATFORM=offscreen
cd "$trial"  # away from the sources, so that nothing is found there by chance

version=$("$top/out/dist/review-app/review-app" --version)
echo "frozen: --version says $version"
[ -n "$version" ]

"$top/out/dist/review-app/review-app" demo "$trial/demo-out"
[ -n "$(ls -A "$trial/demo-out")" ]
echo "frozen: demo ran"

pdf=$(find "$trial/demo-out" -name '*.pdf' -print -quit)
for program in review-app review-app-window; do
    timeout 60 "$top/.venv/bin/python" "$top/build/try_pdf_child.py" "$top/out/dist/review-app/$program" "$pdf"
done
echo "frozen: PDF pages are drawn in a process of their own"

status=0
timeout 5 "$top/out/dist/review-app/review-app-window" || status=$?
[ "$status" = 124 ] || { echo "frozen: the window closed by itself with status $status" >&2; exit 1; }
echo "frozen: the window stays open"
