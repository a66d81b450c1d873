import { DirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';

/** What is to be laid out. Parties are told by their place in `labels`. */
export interface ToLayOut {
  /** Pixels that the name of each party takes. */
  readonly labels: readonly number[];
  readonly lines: readonly (readonly [from: number, to: number, weight: number])[];
  /** Pixels of the drawing. */
  readonly width: number;
  readonly height: number;
  /** Pixels from one party to the next below it, name and all. */
  readonly lineHeight: number;
}

/** Milliseconds after which no further round is begun. */
const PATIENCE = 350;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
/** Parties up to which names are pushed apart: each is held against each. */
const FEW = 160;
/** Pixels between two names side by side. */
const GAP = 18;

const roundsFor = (parties: number): number => (parties <= 60 ? 500 : parties <= 200 ? 200 : 60);

/**
 * Places parties so that those who accuse each other stand near: ForceAtlas2 (Jacomy et al. 2014, doi:10.1371/journal.pone.0098679), then names
 * are pushed apart. Ends after `PATIENCE` at the latest.
 *
 * @param now milliseconds of any clock
 * @returns x and y of each party one after the other, in pixels from the top left corner
 */
export function layOut({ labels, lines, width, height, lineHeight }: ToLayOut, now: () => number): Float64Array {
  const until = now() + PATIENCE;
  const net = new DirectedGraph();
  const weight = labels.map(() => 0);
  for (const [from, to, voices] of lines) {
    weight[from]! += voices;
    weight[to]! += voices;
  }
  // Those in most quarrels begin in the middle; the places of a sunflower's seeds lie in no line.
  const order = labels.map((_, i) => i).sort((a, b) => weight[b]! - weight[a]! || a - b);
  order.forEach((party, i) => {
    const far = 12 * Math.sqrt(i + 0.5);
    net.addNode(party, { x: far * Math.cos(i * GOLDEN), y: far * Math.sin(i * GOLDEN), size: 5 });
  });
  for (const [from, to, voices] of lines) net.mergeDirectedEdge(from, to, { weight: Math.max(1, voices) });
  const many = labels.length > 200;
  const settings = { ...forceAtlas2.inferSettings(net), barnesHutOptimize: many, barnesHutTheta: 0.9, gravity: 1, scalingRatio: 10 };
  for (let left = roundsFor(labels.length); left > 0 && now() < until; left -= 10)
    forceAtlas2.assign(net, { iterations: Math.min(10, left), settings });
  const places = new Float64Array(2 * labels.length);
  net.forEachNode((party, { x, y }) => {
    places[2 * Number(party)] = x;
    places[2 * Number(party) + 1] = y;
  });
  stretch(places, width, height);
  if (labels.length <= FEW) pushApart(places, labels, width, height, lineHeight);
  return places;
}

/** Stretches places to the drawing, each way by itself. */
function stretch(places: Float64Array, width: number, height: number): void {
  for (const [offset, length] of [
    [0, width],
    [1, height],
  ] as const) {
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (let i = offset; i < places.length; i += 2) {
      least = Math.min(least, places[i]!);
      most = Math.max(most, places[i]!);
    }
    const spread = most - least;
    for (let i = offset; i < places.length; i += 2) places[i] = spread === 0 ? length / 2 : ((places[i]! - least) / spread) * length;
  }
}

/** Moves parties whose names would lie over each other, the shorter way, until none do or a hundred rounds are over. */
function pushApart(places: Float64Array, labels: readonly number[], width: number, height: number, lineHeight: number): void {
  for (let round = 0; round < 100; round++) {
    let moved = false;
    for (let a = 0; a < labels.length; a++) {
      for (let b = a + 1; b < labels.length; b++) {
        const dx = places[2 * b]! - places[2 * a]!;
        const dy = places[2 * b + 1]! - places[2 * a + 1]!;
        const overX = (labels[a]! + labels[b]!) / 2 + GAP - Math.abs(dx);
        const overY = lineHeight - Math.abs(dy);
        if (overX <= 0 || overY <= 0) continue;
        moved = true;
        const at = overY < overX ? 1 : 0;
        const by = ((at === 1 ? overY : overX) / 2 + 0.5) * ((at === 1 ? dy : dx) < 0 ? -1 : 1);
        places[2 * a + at]! -= by;
        places[2 * b + at]! += by;
      }
    }
    if (!moved) return;
    for (let i = 0; i < labels.length; i++) {
      places[2 * i] = Math.min(width, Math.max(0, places[2 * i]!));
      places[2 * i + 1] = Math.min(height, Math.max(0, places[2 * i + 1]!));
    }
  }
}
