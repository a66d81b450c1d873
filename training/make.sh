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
(
  cd "$here/.." && npm run build
  node training/weak-acts.mjs "$corpora" "$build/weak-acts.ndjson"
  node training/candidates.mjs "$corpora" "$build/candidates.ndjson" train training/labels/train.ndjson training/labels/alleged.ndjson
)
judge=("$build/venv/bin/python" train_judge.py --corpora "$corpora" --labels labels/train.ndjson labels/alleged.ndjson
  --weak "$build/weak-acts.ndjson" --candidates "$build/candidates.ndjson")
[ -e "$build/judge/judge-6.pt" ] || "${judge[@]}" --reader "$last" --out "$build/judge" --epochs 6 --rate 1e-4 --others 0.35
[ -e "$build/judge-last/judge-1.pt" ] || "${judge[@]}" --reader "$build/judge/judge-6.pt" --out "$build/judge-last" --epochs 1 --rate 4e-5 --others 2.6 --seed 21
"$build/venv/bin/python" export.py "$build/judge-last/judge-1.pt" "$here/../models/$name" --name "$name"
# What is looked at beside the network's answers: fitted on the same labels, with a fixed share for the network.
"$build/venv/bin/python" accused.py "$build/candidates.ndjson" ../src/allegation/accused-weights.generated.ts --folds 5
cd "$here/.." && npm run build && node bench/accuracy/fit-allegation.mjs && npm run build
node bench/accuracy/calibrate.mjs && npm run build && npm run bench:accuracy
