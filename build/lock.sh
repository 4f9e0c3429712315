#!/usr/bin/env bash
# Writes the four locks beside this file: exact versions for every system and Python from 3.11 on, with the hashes of
# the public index's files.  Settings and environment variables of this computer's installers are kept out on purpose:
# a mirror or a folder of wheels must not leave a trace in what everybody installs.
# Usage: build/lock.sh [--upgrade]     (UV names the uv to use; default: the one in .venv)
set -euo pipefail
cd "$(dirname "$0")/.."
uv=${UV:-.venv/bin/uv}

compile() {  # compile LOCK ARGUMENT...
    local lock=build/$1
    shift
    env -u UV_INDEX_URL -u UV_EXTRA_INDEX_URL -u UV_DEFAULT_INDEX -u UV_INDEX -u UV_FIND_LINKS -u UV_CONSTRAINT \
        -u UV_OVERRIDE -u UV_NO_BINARY -u UV_EXCLUDE_NEWER -u UV_PRERELEASE \
        "$uv" --no-config --system-certs pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
        "${upgrade[@]}" --output-file "$lock" "$@"
    echo "$lock: $(grep -c == "$lock") packages"
}

upgrade=("$@")
compile requirements.lock pyproject.toml
upgrade+=(--constraint build/requirements.lock)  # one version of a package in all four
compile requirements-build.lock --group build
compile requirements-dev.lock pyproject.toml --group dev
compile requirements-dist.lock --group dist
