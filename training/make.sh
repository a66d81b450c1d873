#!/usr/bin/env bash
# training/make.sh [CORPORA] [NAME]: from the corpus to models/NAME, in one command. Goes on from the newest checkpoint.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
corpora=${1:-$here/../../shared/corpora}
name=${2:-en-news-1}
build=$here/../build/training
mkdir -p "$build"
if [ ! -x "$build/venv/bin/python" ]; then
  python3 -m venv "$build/venv"
  "$build/venv/bin/pip" install --quiet -r "$here/requirements.txt"
fi
# Threads that spin starve everything else on the machine.
export OMP_WAIT_POLICY=passive KMP_BLOCKTIME=0
cd "$here"
"$build/venv/bin/python" train.py --corpora "$corpora" --out "$build/run"
last=$(ls "$build"/run/epoch-*.pt | sort -V | tail -1)
"$build/venv/bin/python" export.py "$last" "$here/../models/$name" --name "$name"
cd "$here/.." && npm run build && node bench/accuracy/calibrate.mjs && npm run bench:accuracy
