import Sigma from 'sigma';
import { EdgeArrowProgram, EdgeDoubleArrowProgram } from 'sigma/rendering';
import type { Graph } from '../../../server/index.ts';
import { askLayout } from './ask-layout.ts';
import { drawCount, drawName, widthsOf } from './draw-label.ts';
import { cutName, linesOf, netOf } from './net-of.ts';
import { partyName } from './party-name.ts';

/** A drawing that stands on the page. */
export interface Drawn {
  readonly choose: (accuser: string | null, accused: string | null) => void;
  /** Nearer with less than 1, farther with more; undefined shows the whole. */
  readonly near: (by: number | undefined) => void;
  readonly close: () => void;
}

/** Pixels between the drawing and its frame: room for names. */
const MARGIN = 64;
/** Parties up to which every name is written, with what it does where there is room. */
const FEW = 40;
/** Pixels up to which a drawing is narrow, as on a phone. */
const NARROW = 560;

/** True where this browser can draw with WebGL. */
export function canDraw(): boolean {
  const canvas = document.createElement('canvas');
  return (canvas.getContext('webgl2') ?? canvas.getContext('webgl')) !== null;
}

/** Colours of the tokens as the page shows them now, for what is no CSS. */
function colorsOf<T extends string>(element: HTMLElement, tokens: Readonly<Record<T, string>>): Record<T, string> {
  const probe = document.createElement('span');
  element.append(probe);
  const colors = Object.fromEntries(
    Object.entries<string>(tokens).map(([name, token]) => {
      probe.style.color = `var(${token})`;
      return [name, getComputedStyle(probe).color];
    }),
  );
  probe.remove();
  return colors as Record<T, string>;
}

const TOKENS = {
  line: '--line-strong',
  both: '--bad',
  accuser: '--accent',
  accused: '--warn',
  name: '--ink',
  note: '--ink-2',
  paper: '--surface',
  faint: '--line',
} as const;

/**
 * Draws who accuses whom with WebGL. A quarrel that goes both ways is one line with an arrow at each end, in a colour and with numbers of its own.
 *
 * @param onChoose is called with accuser and accused when a line or a party is clicked; of a quarrel with the weightier way
 * @throws where the browser has no WebGL, or `signal` stops it
 */
export async function drawGraph(
  place: HTMLElement,
  graph: Graph,
  onChoose: (accuser: string, accused: string) => void,
  signal: AbortSignal,
): Promise<Drawn> {
  const lines = linesOf(graph.edges);
  const inLines = new Set(graph.edges.flatMap(({ accuser, accused }) => [accuser, accused]));
  // Parties that stand in no line say nothing here.
  const parties = graph.nodes.filter(({ id }) => inLines.has(id));
  const { clientWidth: width, clientHeight: height } = place;
  const few = parties.length <= FEW;
  const noted = few && width > NARROW;
  const names = parties.map((party) => cutName(partyName(party), width > NARROW ? 30 : 18));
  const at = new Map(parties.map(({ id }, i) => [id, i]));
  const font = getComputedStyle(place).fontFamily;
  const places = await askLayout(
    {
      labels: widthsOf(names, font).map((label) => Math.max(label, noted ? 130 : 0)),
      lines: lines.map(({ edges: [edge], voices }) => [at.get(edge.accuser)!, at.get(edge.accused)!, voices]),
      width: Math.max(120, width - 2 * MARGIN),
      height: Math.max(120, height - 2 * MARGIN),
      lineHeight: noted ? 62 : 38,
    },
    signal,
  );
  const net = netOf(parties, names, lines, places);
  const color = colorsOf(place, TOKENS);
  const ink = { ...color, font };
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  let chosen: string | undefined;
  let over: string | undefined;
  const sigma = new Sigma(net, place, {
    edgeProgramClasses: { arrow: EdgeArrowProgram, both: EdgeDoubleArrowProgram },
    defaultEdgeType: 'arrow',
    enableEdgeEvents: true,
    renderEdgeLabels: lines.length <= 120,
    labelRenderedSizeThreshold: few ? 0 : 6,
    labelDensity: few ? 100 : 0.6,
    labelGridCellSize: 120,
    minEdgeThickness: 1,
    // The layout is in pixels already.
    autoRescale: false,
    stagePadding: 0,
    allowInvalidContainer: true,
    minCameraRatio: 0.05,
    maxCameraRatio: 3,
    zIndex: true,
    defaultDrawNodeLabel: (context, data) => drawName(context, data, ink, { withNote: noted }),
    defaultDrawNodeHover: (context, data) => drawName(context, data, ink, { withNote: true, strong: true }),
    defaultDrawEdgeLabel: (context, { label }, from, to) => drawCount(context, label, from, to, ink),
    nodeReducer: (party, look) => {
      const near = over === undefined || party === over || net.areNeighbors(party, over);
      const inChosen = chosen !== undefined && net.hasExtremity(chosen, party);
      return {
        ...look,
        color: near ? (look.accuser ? color.accuser : color.accused) : color.faint,
        label: near ? look.label : '',
        forceLabel: inChosen || party === over,
      };
    },
    edgeReducer: (edge, look) => {
      const near = over === undefined || net.hasExtremity(edge, over);
      const now = edge === chosen;
      const plain = look.type === 'both' ? color.both : color.line;
      return {
        ...look,
        color: now ? color.accuser : near ? plain : color.faint,
        label: near ? look.label : '',
        size: now ? look.size + 3 : look.size,
        zIndex: now ? 2 : look.type === 'both' ? 1 : 0,
      };
    },
  });
  const again = () => sigma.refresh({ skipIndexation: true });
  const point = (party: string | undefined, hand: boolean) => {
    place.style.cursor = hand ? 'pointer' : '';
    if (party === over) return;
    over = party;
    again();
  };
  const chooseLine = (edge: string) => {
    const [weightier] = net.getEdgeAttribute(edge, 'line').edges;
    onChoose(weightier.accuser, weightier.accused);
  };
  sigma.on('clickEdge', ({ edge }) => chooseLine(edge));
  sigma.on('enterEdge', () => point(undefined, true));
  sigma.on('leaveEdge', () => point(undefined, false));
  sigma.on('enterNode', ({ node }) => point(node, true));
  sigma.on('leaveNode', () => point(undefined, false));
  sigma.on('clickNode', ({ node }) => {
    const [heaviest] = net.edges(node).sort((a, b) => net.getEdgeAttribute(b, 'line').voices - net.getEdgeAttribute(a, 'line').voices);
    if (heaviest !== undefined) chooseLine(heaviest);
  });
  return {
    choose(accuser, accused) {
      // One that the filters or a new comparison left out is in no drawing.
      const both = accuser !== null && accused !== null && net.hasNode(accuser) && net.hasNode(accused);
      chosen = both ? (net.edge(accuser, accused) ?? net.edge(accused, accuser)) : undefined;
      again();
    },
    near(by) {
      const camera = sigma.getCamera();
      const to = by === undefined ? { x: 0.5, y: 0.5, ratio: 1, angle: 0 } : { ratio: camera.getBoundedRatio(camera.ratio * by) };
      if (still) camera.setState(to);
      else void camera.animate(to, { duration: 200 });
    },
    close: () => sigma.kill(),
  };
}
