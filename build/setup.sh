#!/usr/bin/env bash
# Makes .venv ready, and nothing twice: a second run with nothing changed takes a moment and asks no network.
#
#   build/setup.sh run     what the program needs               (make demo)
#   build/setup.sh dev     and what tests and checks need       (make test, make lint, ...)
#   build/setup.sh dist    and what freezes the program         (make dist)
#
# As root on Debian or Ubuntu, missing system packages are installed; anybody else is told their names in one line.
# PYTHON names the interpreter to use; otherwise the first fitting one is taken.
set -euo pipefail
cd "$(dirname "$0")/.."
kind=${1:-run}
case $kind in run | dev | dist) ;; *) echo "usage: build/setup.sh [run|dev|dist]" >&2; exit 2 ;; esac

say() { echo "set-up: $*" >&2; }
stop() { say "$*"; exit 1; }

# ---------------------------------------------------------------- what the system has to bring

# Debian's names of the libraries that Qt loads: the first line for drawing at all, the second for a real X window.
qt_packages=(libegl1 libgl1 libglib2.0-0 libxkbcommon0 libfontconfig1 libfreetype6 libdbus-1-3
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-image0 libxcb-render-util0 libxcb-xkb1 libxcb-shape0
    libxcb-randr0 libxcb-sync1 libxcb-xfixes0 libxcb-shm0 libxkbcommon-x11-0 libx11-xcb1)

# Commands that tests drive, and the package of each.  Commands, since they come from elsewhere too (npm often does).
test_tools=(Xvfb:xvfb xauth:xauth xdotool:xdotool openbox:openbox pdftoppm:poppler-utils qpdf:qpdf
    age:age jq:jq node:nodejs npm:npm unzip:unzip zbarimg:zbar-tools git:git
    dbus-run-session:dbus gnome-keyring-daemon:gnome-keyring faketime:faketime openssl:openssl
    strace:strace /usr/libexec/at-spi-bus-launcher:at-spi2-core chromium-headless-shell:chromium-headless-shell)

# LibreOffice's parts are libraries beside soffice; without their windows they are some 100 MB to fetch.
office_parts=(libswlo.so:libreoffice-writer-nogui libsclo.so:libreoffice-calc-nogui)

on_debian() { command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; }

installed() {  # Ubuntu 24.04 renamed some libraries to NAMEt64; dpkg-query fails for the one of the two it lacks
    { dpkg-query -W -f '${Status}\n' "$1" "$1t64" 2>/dev/null || true; } | grep -q '^install ok installed$'
}

missing_qt() {
    local name
    for name in "${qt_packages[@]}"; do installed "$name" || echo "$name"; done
}

missing_tools() {
    local pair
    for pair in "${test_tools[@]}"; do command -v "${pair%%:*}" >/dev/null || echo "${pair##*:}"; done
    local office
    office=$(readlink -f "$(command -v soffice || echo /none)")
    for pair in "${office_parts[@]}"; do [ -e "${office%/*}/${pair%%:*}" ] || echo "${pair##*:}"; done
}

offered() {  # Ubuntu has no such browser; the tests that drive it are skipped there, and say so
    local name
    for name in "$@"; do
        [ "$name" != chromium-headless-shell ] || apt-cache show "$name" >/dev/null 2>&1 || continue
        echo "$name"
    done
}

apt_install() {
    export DEBIAN_FRONTEND=noninteractive
    say "installing with apt-get: $*"
    local log
    log=$(mktemp)
    if ! { apt-get update -q && apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=300 \
        $(offered "$@"); } >"$log" 2>&1 </dev/null; then
        tail -n 20 "$log" >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}

fits() {  # is $1 a Python that can run the program and make an environment?
    command -v "$1" >/dev/null && "$1" - >/dev/null 2>&1 <<'PYTHON'
import sys
sys.exit(0 if (3, 11) <= sys.version_info[:2] <= (3, 14) else 1)
PYTHON
}

complete() { "$1" -c 'import ensurepip, venv, sqlite3, ssl, ctypes, lzma' >/dev/null 2>&1; }

find_python() {  # prints the first fitting Python that is complete
    local candidate
    for candidate in ${PYTHON:+"$PYTHON"} python3 /usr/bin/python3 python3.13 python3.12 python3.11 python3.14; do
        if fits "$candidate" && complete "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

incomplete_python() {
    local candidate
    for candidate in python3 python3.13 python3.12 python3.11 python3.14; do
        if fits "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    return 1
}

python=$(find_python) || python=
wanted=()
qt_missing=()
tools_missing=()
if on_debian; then
    [ -n "$python" ] || wanted+=(python3 python3-venv)
    mapfile -t qt_missing < <(missing_qt)
    wanted+=("${qt_missing[@]}")
fi
if [ "$kind" != run ]; then
    mapfile -t tools_missing < <(missing_tools)
    on_debian && wanted+=("${tools_missing[@]}")
    # PyInstaller reads with objdump which libraries a binary needs.
    [ "$kind" = dist ] && on_debian && ! command -v objdump >/dev/null && wanted+=(binutils)
fi

if [ ${#wanted[@]} -gt 0 ]; then
    if [ "$(id -u)" = 0 ]; then
        apt_install "${wanted[@]}" || stop "apt-get could not install all of: ${wanted[*]}"
        qt_missing=()
        tools_missing=()
        python=${python:-$(find_python)} || python=
    else
        say "missing on this computer; somebody with the right to may run:"
        say "    sudo apt-get install --no-install-recommends ${wanted[*]}"
    fi
elif [ ${#tools_missing[@]} -gt 0 ]; then
    say "not found, tests that need them will be skipped (Debian's names): ${tools_missing[*]}"
fi
if [ -z "$python" ]; then
    if found=$(incomplete_python); then
        stop "$found lacks parts of its standard library (venv, ensurepip, sqlite3, ssl). On Debian: apt-get install" \
            "python$("$found" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
    fi
    stop "no Python from 3.11 to 3.14 found. PYTHON=/path/to/python names one."
fi
if [ ${#qt_missing[@]} -gt 0 ]; then
    say "going on without them: everything but the window works; tests that need these are skipped."
elif [ ${#wanted[@]} -gt 0 ] && [ "$(id -u)" != 0 ]; then
    say "going on: tests that need these are skipped."
fi

# ---------------------------------------------------------------- the environment

locks=(build/requirements.lock build/requirements-build.lock)
[ "$kind" = run ] || locks=(build/requirements-dev.lock)
[ "$kind" != dist ] || locks+=(build/requirements-dist.lock)

stamp_of() {  # what an environment of this kind was made from
    { "$python" -c 'import sys; print(sys.version, sys.prefix)'; pwd; cat pyproject.toml build/setup.sh \
        build/requirements.lock build/requirements-build.lock "$@"; } | sha256sum | cut -d ' ' -f 1
}
stamp=$(stamp_of "${locks[@]}")
ready=.venv/set-up-$kind
if [ -x .venv/bin/python ] && [ "$(cat "$ready" 2>/dev/null)" = "$stamp" ]; then
    exit 0
fi

# An environment of another place or Python is made anew; one that only lacks packages is filled up.
base=$(cat .venv/made-for 2>/dev/null || true)
here="$(pwd) $("$python" -c 'import sys; print(sys.version, sys.prefix)')"
if [ "$base" != "$here" ] || ! .venv/bin/python -c '' 2>/dev/null; then
    say "making .venv with $python"
    rm -rf .venv
    "$python" -m venv .venv
    printf '%s' "$here" >.venv/made-for
fi
pip=(.venv/bin/python -m pip --disable-pip-version-check --no-input -qq)  # errors only
say "installing the locked packages ($kind); the first time this takes minutes"
install=()
for lock in "${locks[@]}"; do install+=(--requirement "$lock"); done
"${pip[@]}" install --require-hashes --only-binary :all: "${install[@]}" ||
    stop "the packages could not be installed; the lines above say why (no network?). Nothing is lost: run it again."
# The build backend is in the lock, so nothing else is fetched for this.
"${pip[@]}" install --no-deps --no-build-isolation --no-index --editable .
printf '%s' "$stamp" >"$ready"
say "ready: .venv ($("$python" -c 'import sys; print("Python %d.%d.%d" % sys.version_info[:3])'))"
