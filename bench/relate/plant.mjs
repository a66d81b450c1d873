// Plants echoes, independent tellings and altered quotations, with known truth, into statements of real reports.
import { statementsOf } from './base.mjs';
import {
  AGENCIES,
  CUES,
  changesFor,
  MARKS,
  OUTLETS,
  pieceOf,
  quote,
  REPORTERS,
  renamed,
  sharedInOrder,
  sharedRuns,
  UNNAMED,
  unlike,
} from './pieces.mjs';
import { createChance } from './random.mjs';
import { alter, bare, paraphrase, repunctuate, trim } from './rewrite.mjs';
import { writeReport } from './write-report.mjs';

/**
 * Makes the planted collection.
 *
 * @param share of the corpus' reports that become stories; the others give distractors
 * @returns the analyses, and of each planted statement its cluster, standing, rewriting level and altered words (spans)
 */
export function plantStories(reports, { seed, stories }) {
  const chance = createChance(seed);
  const all = unlike(reports.flatMap((report) => statementsOf(report)));
  const byReport = groupBy(all, (s) => s.report);
  const bySurname = groupBy(all, (s) => s.speaker.name?.split(' ').at(-1) ?? '');
  const order = chance.shuffle(reports.filter((r) => (byReport.get(r.id)?.length ?? 0) >= 6));
  const out = { analyses: [], truth: new Map() };
  const used = new Set();
  const keep = (spec) => {
    const { analysis, planted } = writeReport(spec);
    out.analyses.push(analysis);
    for (const [i, plant] of planted.entries()) {
      if (plant === null) continue;
      out.truth.set(`${analysis.id}\u0000s${i + 1}`, {
        ...plant,
        spans: plant.mine === undefined ? undefined : spansOf(analysis, i, plant.mine),
      });
    }
  };
  /** Statements of other reports, most of them by the same speaker, none used twice. */
  const distractors = (count, speaker) => {
    const pool = chance.chance(0.7) ? (bySurname.get(speaker.name?.split(' ').at(-1) ?? '') ?? all) : all;
    const picked = [];
    for (let tries = 0; tries < 60 && picked.length < count; tries++) {
      const one = chance.pick(tries < 30 ? pool : all);
      if (used.has(one)) continue;
      used.add(one);
      picked.push(pieceOf(one, chance));
    }
    return picked;
  };
  for (const report of order.slice(0, stories)) {
    const statements = byReport.get(report.id).filter((one) => !used.has(one));
    if (statements.length < 5) continue;
    for (const one of statements) used.add(one);
    tellStory({ report, statements: statements.slice(0, 14), chance, keep, distractors, all });
  }
  return out;
}

function groupBy(list, keyOf) {
  const map = new Map();
  for (const one of list) {
    const key = keyOf(one);
    if (map.has(key)) map.get(key).push(one);
    else map.set(key, [one]);
  }
  return map;
}

/** Words [from, to) of a planted content as spans of the report's text. */
function spansOf(analysis, i, places) {
  const [[start, end]] = analysis.statements[i].content;
  const text = analysis.article.text.slice(start, end);
  const words = [...text.matchAll(/\S+/gu)].map((m) => [start + m.index, start + m.index + m[0].length]);
  return places.map(([from, to]) => [words[from][0], words[to - 1][1]]);
}

function tellStory({ report, statements, chance, keep, distractors, all }) {
  const agency = chance.pick(AGENCIES);
  const outlets = chance.shuffle(OUTLETS);
  const reporters = chance.shuffle(REPORTERS);
  const id = (name) => `${report.id}/${name}`;
  const label = (one) => `${report.id}#${one.index}`;
  const isOfOne = (one) => one.speaker.type === 'person' || one.speaker.type === 'organisation';
  const unnamed = chance.pick(UNNAMED);
  const base = statements.map((one, i) =>
    i === 2 && one.speaker.name === null ? { ...one, source: unnamed, speaker: { name: null, type: 'unnamed', role: null } } : one,
  );
  const origin = (one) => ({ cluster: label(one), standing: 'origin', level: 'origin' });
  const basePieces = base.map((one) => pieceOf(one, chance, { plant: origin(one) }));
  keep({ id: id('agency'), publisher: agency, published: report.date, byline: reporters[0], pieces: basePieces });
  const copy = (piece, level, content = piece.content, more = {}) => ({
    ...piece,
    content,
    cue: chance.chance(0.3) ? chance.pick(CUES) : piece.cue,
    plant: { cluster: piece.plant.cluster, standing: 'echo', level, ...more },
  });
  const nameless = { name: null, type: 'none', role: null };

  // 1. An agency text that is printed with its credit, cut at the end and re-punctuated.
  keep({
    id: id('credited'),
    publisher: outlets[0],
    published: report.date,
    credits: [chance.pick([`(${agency})`, `(With inputs from ${agency})`, `— ${agency}`])],
    pieces: basePieces
      .slice(0, Math.max(3, Math.ceil(basePieces.length * 0.6)))
      .map((piece) => copy(piece, 'credited', repunctuate(piece.content, chance))),
  });

  // 2. The same text without its credit: the lead told anew, quotations with words changed, paragraphs in another order.
  const cut = chance.chance(0.5) ? basePieces : basePieces.slice(1);
  const pieces = cut.map((piece, i) => {
    if (i === 0 && piece.form !== 'direct')
      return { ...copy(piece, 'lead told anew', paraphrase(piece.content, chance, { synonyms: 0.6 })), form: 'indirect', shape: 'before' };
    const words = bare(piece.content);
    if (piece.form === 'direct' && words.split(/\s+/u).length >= 9 && chance.chance(0.5)) {
      const { text, mine, theirs } = alter(words, chance, changesFor(words, chance));
      const marks = chance.pick(MARKS);
      return copy(piece, 'words changed', quote(text, marks), { mine, theirs, altered: id('agency') });
    }
    return copy(piece, 'copied', piece.content);
  });
  keep({
    id: id('uncredited'),
    publisher: outlets[1],
    published: report.date,
    pieces: chance.chance(0.4) ? [...pieces.slice(2), ...pieces.slice(0, 2)] : pieces,
  });

  // 3. An outlet that names the agency as its source, in its own words, beside statements of its own.
  const named = base.filter(isOfOne);
  for (const [i, one] of chance.shuffle(named).slice(0, 2).entries()) {
    const direct = one.form === 'direct' && chance.chance(0.5);
    const content = direct
      ? quote(trim(bare(one.content), chance) ?? bare(one.content), chance.pick(MARKS))
      : paraphrase(one.content, chance, { synonyms: 0.3 });
    const piece = pieceOf(one, chance, {
      ...renamed(one, chance),
      content,
      form: direct ? 'direct' : 'indirect',
      piece: { cue: `told ${agency}`, outlet: agency, shape: direct ? 'after' : 'before' },
      plant: { cluster: label(one), standing: 'echo', level: direct ? 'cites, trimmed' : 'cites, told anew' },
    });
    keep({
      id: id(`cites-${i}`),
      publisher: outlets[2 + i],
      published: report.date,
      byline: reporters[1 + i],
      pieces: [...distractors(3, one.speaker), piece, ...distractors(3, one.speaker)],
    });
  }

  // 4. A quotation lifted into another report: whole, trimmed, re-punctuated or with words changed; no credit.
  const quoted = base.filter((one) => one.form === 'direct' && bare(one.content).split(/\s+/u).length >= 9);
  for (const [i, one] of chance.shuffle(quoted).slice(0, 2).entries()) {
    const words = bare(one.content);
    const marks = chance.pick(MARKS);
    const kind = chance.next();
    const part = trim(words, chance);
    const changed = alter(words, chance, changesFor(words, chance));
    const [content, level, more] =
      kind < 0.3
        ? [quote(repunctuate(words, chance), marks), 'lifted', {}]
        : kind < 0.6 && part !== undefined
          ? [quote(part, marks), 'lifted, trimmed', {}]
          : [quote(changed.text, marks), 'lifted, words changed', { mine: changed.mine, theirs: changed.theirs, altered: id('agency') }];
    const named = renamed(one, chance);
    const piece = pieceOf(one, chance, {
      ...named,
      content,
      form: 'direct',
      plant: { cluster: label(one), standing: 'echo', level, ...more },
    });
    keep({
      id: id(`lifted-${i}`),
      publisher: outlets[4 + i],
      published: later(report.date, chance.below(3)),
      byline: reporters[3 + i],
      pieces: [...distractors(4, one.speaker), piece, ...distractors(3, one.speaker)],
    });
  }

  // 5. Another voice says the same, in other words; and the same voice to another reporter.
  const telling = base.filter((one) => isOfOne(one) && bare(one.content).split(/\s+/u).length >= 10);
  for (const [i, one] of chance.shuffle(telling).slice(0, 8).entries()) {
    const other = chance.chance(0.5);
    const speaker = other ? pickOther(all, one, chance) : one.speaker;
    const content = paraphrase(
      one.content,
      chance,
      other ? { synonyms: 0.9, drop: 0.4, reorder: 0.8 } : { synonyms: 0.9, drop: 0.5, reorder: 0.8 },
    );
    // Told in the same words it would be an echo by definition, whoever is named.
    if (sharedRuns(content, one.content) > 0.34 || sharedInOrder(content, one.content) > 0.65) continue;
    const piece = pieceOf(one, chance, {
      source: speaker.name,
      speaker,
      content,
      form: 'indirect',
      piece: { shape: 'before' },
      plant: { cluster: label(one), standing: 'independent', level: other ? 'another voice' : 'another reporter' },
    });
    keep({
      id: id(`own-${i}`),
      publisher: outlets[6 + (i % 8)],
      published: report.date,
      byline: reporters[5 + (i % 4)],
      pieces: [...distractors(3, one.speaker), piece, ...distractors(3, one.speaker)],
    });
  }

  // 6. The only source of two outlets is one and the same unnamed voice.
  const hidden = base.find((one) => one.speaker.type === 'unnamed' && one.source === unnamed);
  if (hidden !== undefined) {
    const piece = pieceOf(hidden, chance, {
      content: paraphrase(hidden.content, chance, { synonyms: 0.2, drop: 0.2, reorder: 0.2 }),
      form: 'indirect',
      source: unnamed,
      speaker: { name: null, type: 'unnamed', role: null },
      plant: { cluster: label(hidden), standing: 'echo', level: 'same unnamed voice' },
    });
    keep({
      id: id('unnamed'),
      publisher: outlets[8],
      published: report.date,
      byline: reporters[7],
      pieces: [...distractors(3, nameless), piece, ...distractors(2, nameless)],
    });
  }
}

const later = (date, days) => new Date(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** A named person of another report, with another surname. */
function pickOther(all, one, chance) {
  for (;;) {
    const { speaker } = chance.pick(all);
    const surname = speaker.name?.split(' ').at(-1);
    if (speaker.type === 'person' && speaker.name.includes(' ') && surname !== one.speaker.name?.split(' ').at(-1)) return speaker;
  }
}
