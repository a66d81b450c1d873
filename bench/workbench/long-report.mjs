import { createDice, createReports } from '../search/reports.mjs';

/** An invented report of so many statements, about fifty words to each, every tenth told within the one before it; with its ready analysis. */
export function longReport(tools, count) {
  const dice = createDice(7);
  const { words, names } = createReports(7, tools, 1);
  const hash = (text) => tools.hash(new TextEncoder().encode(text));
  const word = () => words[Math.min(words.length - 1, Math.floor(Math.exp(dice() * Math.log(words.length + 1))) - 1)];
  const some = (least, most) => Array.from({ length: least + Math.floor(dice() * (most - least + 1)) }, word).join(' ');
  const speakers = names
    .slice(0, 40)
    .map((name, i) => ({ id: `p${i + 1}`, name, type: 'person', role: `${word()} minister`, mentions: [] }));
  const grades = ['named', 'named', 'named', 'described', 'collective', 'bare'];
  const statements = [];
  let text = '';
  for (let i = 0; i < count; i++) {
    const speaker = speakers[Math.floor(dice() * speakers.length)];
    const nested = i % 10 === 9;
    const start = text.length;
    const before = statements.at(-1);
    const content = some(14, 36);
    const lead = nested ? `and that ${speaker.name} said ` : `${speaker.name} said `;
    const at = start + (nested ? 9 : 0);
    const from = start + lead.length;
    text += `${lead}${content}. ${some(12, 30)}.${i % 2 === 1 ? '\n\n' : ' '}`;
    const to = from + content.length;
    // What is told within another statement lies in its words.
    if (nested) before.content = [[before.content[0][0], to]];
    statements.push({
      id: `s${i + 1}`,
      source: [[at, at + speaker.name.length]],
      cue: [[from - 5, from - 1]],
      content: [[from, to]],
      form: 'indirect',
      within: nested ? before.id : null,
      act: dice() < 0.2 ? 'accuse' : 'state',
      speaker: speaker.id,
      sourcing: {
        type: 'person',
        grade: grades[Math.floor(dice() * grades.length)],
        channel: 'interview',
        outlet: null,
        addressee: null,
        said: null,
        chain: [speaker.id],
      },
      allegations: [],
      confidence: Math.round(dice() * 1000) / 1000,
      because: [{ rule: 'cue', at: [[from - 5, from - 1]], note: 'a verb of speaking' }],
    });
  }
  const known = {
    title: 'A long hearing',
    publisher: 'The Bench Courier',
    byline: names[0],
    published: '2026-01-02',
    url: 'https://courier.example/long',
    credits: [],
  };
  const hashes = { sourceHash: hash('long'), textHash: hash(text) };
  const article = { id: 'long', text, ...known, ...hashes, map: { text: [0], source: [0] }, notices: [] };
  const analysis = {
    id: 'long',
    engine: { version: '0.1.0', model: 'made-up', modelHash: hash('weights') },
    article: { ...known, ...hashes, characters: text.length, text },
    statements,
    speakers,
    missed: [],
    notices: [],
  };
  return { item: { kind: 'article', article, analysis, bytes: new TextEncoder().encode('long') }, words: text.split(/\s+/).length };
}
