import type { Voice } from './voices.ts';

const SVG = 'http://www.w3.org/2000/svg';

function drawn(name: string, about: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(about)) element.setAttribute(key, value);
  return element;
}

const idOf = (voice: Voice): string => `voice-${voice}`;

/** What fills the bars of a voice: colour and form, the same as in the table. */
export const patternOf = (voice: Voice): string => `url(#${idOf(voice)})`;

function pattern(voice: Voice, size: string, turn: string, ...forms: readonly SVGElement[]): SVGElement {
  const whole = drawn('pattern', { id: idOf(voice), width: size, height: size, patternUnits: 'userSpaceOnUse', patternTransform: turn });
  whole.append(drawn('rect', { width: size, height: size, fill: `var(--voice-${voice})` }), ...forms);
  return whole;
}

const pale = (about: Readonly<Record<string, string>>, name = 'rect'): SVGElement =>
  drawn(name, { fill: 'var(--surface)', 'fill-opacity': '0.5', ...about });

/** A mark of Plot that draws nothing but the patterns which other marks fill with. */
export function patterns(): SVGElement {
  const defs = drawn('defs', {});
  defs.append(
    pattern('named', '8', ''),
    pattern('described', '7', 'rotate(45)', pale({ x: '4', width: '3', height: '7' })),
    pattern('collective', '6', '', pale({ x: '3', width: '3', height: '6' })),
    pattern('bare', '6', '', pale({ cx: '3', cy: '3', r: '1.4', 'fill-opacity': '0.9' }, 'circle')),
    pattern('other', '8', ''),
  );
  return defs;
}
