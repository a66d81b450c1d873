/** Writes small PDF files for tests: text in Helvetica, letters of windows-1252, at places that the test says. */

/** Widths of Helvetica from " " to "~", in thousandths of its height. */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278,
  278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722,
  667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556,
  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const ABOVE_ASCII: Readonly<Record<string, [code: number, width: number]>> = {
  '‘': [0x91, 222],
  '’': [0x92, 222],
  '“': [0x93, 333],
  '”': [0x94, 333],
  '•': [0x95, 350],
  '–': [0x96, 556],
  '—': [0x97, 1000],
  é: [0xe9, 556],
};

const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, sign) => sum + (ABOVE_ASCII[sign]?.[1] ?? WIDTHS[sign.charCodeAt(0) - 32] ?? 556), 0) * (size / 1000);
const hex = (text: string): string =>
  [...text].map((sign) => (ABOVE_ASCII[sign]?.[0] ?? sign.charCodeAt(0)).toString(16).padStart(2, '0')).join('');

/** A line at a place: points from the lower left corner of the page, as PDF counts. */
export interface PlacedLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Points put on every space, to fill the line. */
  readonly stretch?: number;
}

export interface PdfFileOptions {
  readonly title?: string;
  /** Degrees by which pages are turned when they are shown. */
  readonly rotate?: number;
}

/** Bytes of a PDF of A4 pages with these lines; in the order given, which need not be the order of reading. */
export function pdfFile(pages: readonly (readonly PlacedLine[])[], options: PdfFileOptions = {}): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const font = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const tree = pages.length * 2 + 2;
  const kids = pages.map((lines) => {
    const content = lines
      .map(({ text, x, y, size, stretch = 0 }) => `BT /F1 ${size} Tf ${stretch.toFixed(4)} Tw 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`)
      .join('\n');
    const stream = add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    const turn = options.rotate === undefined ? '' : ` /Rotate ${options.rotate}`;
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842]${turn} /Resources << /Font << /F1 ${font} 0 R >> >> /Contents ${stream} 0 R >>`,
    );
  });
  add(`<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`);
  const root = add(`<< /Type /Catalog /Pages ${tree} 0 R >>`);
  const info = options.title === undefined ? '' : ` /Info ${add(`<< /Title (${options.title}) >>`)} 0 R`;
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return String(at).padStart(10, '0');
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${at} 00000 n \n`).join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root ${root} 0 R${info} >>\nstartxref\n${xref}\n%%EOF\n`;
  return Uint8Array.from(file, (sign) => sign.charCodeAt(0));
}

export interface Setting {
  readonly columns?: number;
  readonly size?: number;
  readonly indent?: number;
  /** Points between paragraphs, beside the distance of lines. */
  readonly gap?: number;
  readonly justify?: boolean;
  /** Lines that a column holds. */
  readonly depth?: number;
  /** What stands over and under the text of page `number`. */
  readonly head?: (number: number) => string;
  readonly foot?: (number: number) => string;
  /** Set large across the first page. */
  readonly headline?: string;
}

/** Breaks a paragraph into lines; a soft hyphen marks where a word may be parted. */
function breakLines(paragraph: string, size: number, width: number, indent: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (text: string): boolean => widthOf(text.replaceAll('\u00ad', ''), size) <= width - (lines.length === 0 ? indent : 0);
  for (const word of paragraph.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (fits(joined)) {
      line = joined;
      continue;
    }
    const pieces = word.split('\u00ad');
    let taken = pieces.length - 1;
    const head = (): string => `${line === '' ? '' : `${line} `}${pieces.slice(0, taken).join('')}-`;
    while (taken > 0 && !fits(head())) taken--;
    if (taken > 0) {
      lines.push(head());
      line = pieces.slice(taken).join('\u00ad');
    } else {
      if (line !== '') lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  return lines.map((one) => one.replaceAll('\u00ad', ''));
}

/** Sets paragraphs into columns and pages, as a newspaper's or a report's page is set. */
export function setPdf(paragraphs: readonly string[], setting: Setting = {}): readonly (readonly PlacedLine[])[] {
  const { columns = 1, size = 10, indent = 0, gap = 6, justify = false, depth = 50, head, foot, headline } = setting;
  const gutter = 16;
  const width = (595 - 120 - gutter * (columns - 1)) / columns;
  const leading = size * 1.2;
  const pages: PlacedLine[][] = [];
  let column = columns;
  let y = 0;
  const next = (): void => {
    column++;
    if (column >= columns) {
      column = 0;
      pages.push([]);
      if (head !== undefined) pages.at(-1)!.push({ text: head(pages.length), x: 60, y: 800, size: 8 });
      if (foot !== undefined) pages.at(-1)!.push({ text: foot(pages.length), x: 290, y: 40, size: 8 });
    }
    y = pages.length === 1 && headline !== undefined ? 715 : 760;
  };
  next();
  if (headline !== undefined) pages[0]!.push({ text: headline, x: 60, y: 745, size: size * 2 });
  let used = 0;
  for (const paragraph of paragraphs) {
    const lines = breakLines(paragraph, size, width, indent);
    for (const [i, text] of lines.entries()) {
      if (used >= depth) {
        next();
        used = 0;
      }
      const inset = i === 0 ? indent : 0;
      const spaces = text.split(' ').length - 1;
      const left = width - inset - widthOf(text, size);
      const stretch = justify && i + 1 < lines.length && spaces > 0 ? left / spaces : 0;
      pages.at(-1)!.push({ text, x: 60 + column * (width + gutter) + inset, y, size, stretch });
      y -= leading;
      used++;
    }
    y -= gap;
  }
  return pages;
}
