#!/bin/sh
# Collects the texts of the window into assets/translations/*.ts and compiles them; run it after changing a text.
# build/translations.sh [folder of the environment's commands]
set -eu
cd "$(dirname "$0")/.."
bin=$(cd "${1:-.venv/bin}" && pwd)
sources=$(find review_app/ui -name '*.py' | LC_ALL=C sort)
cd assets/translations
# shellcheck disable=SC2086
"$bin/pyside6-lupdate" -no-obsolete -locations none $(echo "$sources" | sed 's|^|../../|') \
    -ts review_app_zh_CN.ts
# shellcheck disable=SC2086
"$bin/pyside6-lupdate" -no-obsolete -locations none -pluralonly $(echo "$sources" | sed 's|^|../../|') \
    -ts review_app_en.ts
for catalogue in review_app_zh_CN review_app_en; do
    # A running window has the old catalogue mapped: it is replaced, not written over.
    "$bin/pyside6-lrelease" "$catalogue.ts" -qm "$catalogue.qm.new"
    mv "$catalogue.qm.new" "$catalogue.qm"
done
