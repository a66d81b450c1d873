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
# The judge: first beside the labelled reports, then, at a lower rate, over all of them, so that nothing of reading is unlearnt.
(cd "$here/.." && npm run build && node training/weak-acts.mjs "$corpora" "$build/weak-acts.ndjson")
judge=("$build/venv/bin/python" train_judge.py --corpora "$corpora" --labels labels/train.ndjson --weak "$build/weak-acts.ndjson")
[ -e "$build/judge/judge-6.pt" ] || "${judge[@]}" --reader "$last" --out "$build/judge" --epochs 6 --rate 1e-4 --others 0.35
[ -e "$build/judge-last/judge-1.pt" ] || "${judge[@]}" --reader "$build/judge/judge-6.pt" --out "$build/judge-last" --epochs 1 --rate 4e-5 --others 2.6 --seed 21
"$build/venv/bin/python" export.py "$build/judge-last/judge-1.pt" "$here/../models/$name" --name "$name"
cd "$here/.." && npm run build && node bench/accuracy/calibrate.mjs && npm run bench:accuracy
