"""Turns a clone of the corpus's public repository into the files that training reads.

python polnear.py CLONE OUT      # CLONE/data/{train,dev} -> OUT/polnear-{train,dev}.ndjson[.gz] and their .syntax.ndjson.gz

Of the reports that several people annotated, the first annotator by name is taken. Nothing of data/test is opened.
"""
import argparse
import csv
import gzip
import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path


def utf16(text):
    """Offsets in code points to offsets in UTF-16 code units."""
    at, table = 0, []
    for c in text:
        table.append(at)
        at += 2 if ord(c) > 0xFFFF else 1
    return table + [at]


def attributions(path: Path, to):
    spans, events = {}, []
    for line in path.read_text(encoding="utf-8").splitlines():
        if re.match(r"T\d+\t", line):
            name, what = line.split("\t")[:2]
            spans[name] = [[to[int(s)], to[int(e)]] for s, e in (pair.split() for pair in what.split(" ", 1)[1].split(";"))]
        elif re.match(r"E\d+\t", line):
            events.append([part.split(":") for part in line.split("\t")[1].split()][1:])
    out = []
    for event in events:
        roles = {"source": [], "cue": [], "content": []}
        for role, span in event:
            key = re.sub(r"\d+$", "", role).lower()
            if key in roles:
                roles[key] += spans[span]
        if any(roles.values()):
            out.append({k: sorted(v) for k, v in roles.items()})
    return sorted(out, key=lambda a: min((s for role in a.values() for s in role), default=[0]))


def syntax(path: Path, to):
    document = ElementTree.parse(path).getroot().find("document")
    sentences = []
    for sentence in document.find("sentences"):
        tokens = []
        for token in sentence.find("tokens"):
            begin, end = (to[int(token.findtext(f"CharacterOffset{edge}"))] for edge in ("Begin", "End"))
            tokens.append([begin, end, token.findtext("POS"), token.findtext("NER"), 0, "dep"])
        for graph in sentence.findall("dependencies"):
            if graph.get("type") == "basic-dependencies":
                for dep in graph:
                    tokens[int(dep.find("dependent").get("idx")) - 1][4:] = [int(dep.find("governor").get("idx")), dep.get("type")]
        sentences.append(tokens)
    return sentences


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("clone", type=Path)
    ask.add_argument("out", type=Path)
    o = ask.parse_args()
    o.out.mkdir(parents=True, exist_ok=True)
    with open(o.clone / "data" / "metadata.tsv", encoding="utf-8", newline="") as table:
        about = {row["filename"]: row for row in csv.DictReader(table, delimiter="\t")}
    for split in ("dev", "train"):
        folder = o.clone / "data" / split
        gold, silver = [], []
        for path in sorted((folder / "text").glob("*.txt")):
            text = path.read_bytes().decode("utf-8")
            to, id = utf16(text), path.stem
            first = sorted((folder / "attributions").glob(f"{id}_*.ann"))[0]
            row = about.get(id, {})
            gold.append({"id": id, "publisher": row.get("publisher"), "date": row.get("publication_date"), "title": row.get("title"),
                         "text": text, "attributions": attributions(first, to)})
            try:
                silver.append({"id": id, "sentences": syntax(folder / "corenlp" / f"{id}.txt.xml", to)})
            except (OSError, IndexError, ElementTree.ParseError) as error:
                print(f"{id}: no syntax ({type(error).__name__})")
        lines = lambda rows: "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode("utf-8")
        zipped = lambda name, rows: (o.out / name).write_bytes(gzip.compress(lines(rows), mtime=0))
        if split == "dev":
            (o.out / "polnear-dev.ndjson").write_bytes(lines(gold))
        else:
            zipped("polnear-train.ndjson.gz", gold)
        zipped(f"polnear-{split}.syntax.ndjson.gz", silver)
        print(f"{split}: {len(gold)} reports, {sum(len(g['attributions']) for g in gold)} attributions, {len(silver)} with syntax")


if __name__ == "__main__":
    main()
