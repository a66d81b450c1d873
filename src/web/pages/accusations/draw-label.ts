/** Colours and the face in which names are drawn. */
export interface Ink {
  readonly name: string;
  readonly note: string;
  readonly paper: string;
  readonly font: string;
}

interface Drawn {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly label?: string | null;
  readonly note?: string;
  readonly above?: boolean;
}

/** Pixels that words take in bold, as names are drawn. */
export function widthsOf(names: readonly string[], font: string): number[] {
  const context = document.createElement('canvas').getContext('2d')!;
  context.font = `700 13px ${font}`;
  return names.map((name) => context.measureText(name).width);
}

/** Words with a rim of the paper's colour, so that lines under them do not cross them out. */
function write(context: CanvasRenderingContext2D, text: string, x: number, y: number, color: string, paper: string): void {
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = paper;
  context.strokeText(text, x, y);
  context.fillStyle = color;
  context.fillText(text, x, y);
}

/** Draws the name of a party below or above it, and where asked in smaller words what it does. */
export function drawName(
  context: CanvasRenderingContext2D,
  { x, y, size, label, note, above = false }: Drawn,
  ink: Ink,
  { withNote, strong = false }: { readonly withNote: boolean; readonly strong?: boolean },
): void {
  if (label == null || label === '') return;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  const noted = withNote && note !== undefined;
  const line = above ? y - size - (noted ? 20 : 6) : y + size + 14;
  context.font = `${strong ? 700 : 550} 13px ${ink.font}`;
  write(context, label, x, line, ink.name, ink.paper);
  if (!noted) return;
  context.font = `400 11px ${ink.font}`;
  write(context, note, x, line + 14, ink.note, ink.paper);
}

/** Draws how many first voices stand behind a line, in its middle. */
export function drawCount(context: CanvasRenderingContext2D, label: string | null | undefined, from: Drawn, to: Drawn, ink: Ink): void {
  if (label == null || label === '') return;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `650 12px ${ink.font}`;
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  const half = context.measureText(label).width / 2 + 4;
  context.fillStyle = ink.paper;
  context.beginPath();
  context.roundRect(x - half, y - 9, 2 * half, 18, 5);
  context.fill();
  context.fillStyle = ink.name;
  context.fillText(label, x, y + 1);
}
