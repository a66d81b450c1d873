import { createDice, createReports } from '../search/reports.mjs';

const EACH = 40;
const WRONGS = ['killing', 'corruption', 'deception', 'arbitrary-detention', 'censorship', 'negligence'];

/**
 * Invented reports in which so many speakers accuse each other, with their ready analyses: each accuses twice, a few are accused by many, and
 * every fifth accusation is given back.
 */
export function quarrels(tools, count) {
  const dice = createDice(11);
  const maker = createReports(11, tools, 1);
  const names = [...new Set(maker.names)].slice(0, count);
  if (names.length < count) throw new Error(`expected ${count} names, found ${names.length}`);
  const pick = (list) => list[Math.floor(dice() * list.length)];
  const hash = (text) => tools.hash(new TextEncoder().encode(text));
  const pairs = [];
  for (let i = 0; i < 2 * count; i++) {
    const accuser = i % count;
    // Those at the head of the list are accused most (as words are spread).
    const accused = Math.min(count - 1, Math.floor(Math.exp(dice() * Math.log(count + 1))) - 1);
    if (accused === accuser) continue;
    pairs.push([names[accuser], names[accused]]);
    if (i % 5 === 0) pairs.push([names[accused], names[accuser]]);
  }
  const items = [];
  for (let from = 0; from < pairs.length; from += EACH) items.push(report(pairs.slice(from, from + EACH), from / EACH + 1));
  return { items, accusations: new Set(pairs.map((pair) => pair.join('\n'))).size };

  function report(some, number) {
    const speakers = [...new Set(some.flat())].map((name, i) => ({ id: `p${i + 1}`, name, type: 'person', role: null, mentions: [] }));
    const speakerOf = (name) => speakers.find((speaker) => speaker.name === name).id;
    let text = '';
    const statements = some.map(([accuser, accused], i) => {
      const wrong = pick(WRONGS);
      const start = text.length;
      const content = `${accused} was guilty of ${wrong.replace('-', ' ')}`;
      const from = start + accuser.length + 6;
      text += `${accuser} said ${content}.\n\n`;
      const at = [[start, start + accuser.length]];
      const cue = [[from - 5, from - 1]];
      const speaker = speakerOf(accuser);
      return {
        ...{
          id: `s${i + 1}`,
          source: at,
          cue,
          content: [[from, from + content.length]],
          form: 'indirect',
          within: null,
          act: 'accuse',
          speaker,
        },
        sourcing: { type: 'person', grade: 'named', channel: 'unknown', outlet: null, addressee: null, said: null, chain: [speaker] },
        allegations: [
          {
            ...{ accused, accusedSpeaker: speakerOf(accused), wrong, victims: null, place: null, when: null, status: 'alleged' },
            ...{ spans: { accused: [[from, from + accused.length]] }, because: [{ rule: 'wrong', at: cue, note: 'a word for a wrong' }] },
          },
        ],
        confidence: Math.round(500 + dice() * 500) / 1000,
        because: [{ rule: 'cue', at: cue, note: 'a verb of speaking' }],
      };
    });
    const id = `quarrel-${number}`;
    const known = {
      ...{ title: `Quarrel ${number}`, publisher: `The ${number % 12} Courier`, byline: null },
      ...{ published: `2026-01-${String(1 + (number % 28)).padStart(2, '0')}`, url: null, credits: [] },
    };
    const hashes = { sourceHash: hash(id), textHash: hash(text) };
    return {
      kind: 'article',
      article: { id, text, ...known, ...hashes, map: { text: [0], source: [0] }, notices: [] },
      analysis: {
        ...{ id, engine: { version: '0.1.0', model: 'made-up', modelHash: hash('weights') } },
        article: { ...known, ...hashes, characters: text.length, text },
        ...{ statements, speakers, missed: [], notices: [] },
      },
      bytes: new TextEncoder().encode(id),
    };
  }
}
