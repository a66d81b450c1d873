// The planted texts once more, read from their words by the reader itself.
import { articleOf } from '../accuracy/corpus.mjs';

/** Share of the characters of two lists of spans that both have, of those that either has. */
function likeness(a, b) {
  const size = (list) => list.reduce((sum, [s, e]) => sum + e - s, 0);
  let both = 0;
  for (const [s, e] of a) for (const [t, u] of b) both += Math.max(0, Math.min(e, u) - Math.max(s, t));
  return both / Math.max(1, size(a) + size(b) - both);
}

const NEAR = 0.5;

/** Reads each text, and hands what was planted of a statement to the one that was read where it stands. Statements that were not found are left out. */
export async function readPlanted(engine, planted, truth, say) {
  const analyses = [];
  const found = new Map();
  for (const [i, { id, article, statements }] of planted.entries()) {
    if (i % 20 === 0) say(`reading ${i + 1} of ${planted.length} planted reports …`);
    const { text, publisher, published, title, credits } = article;
    const made = { ...articleOf({ id, text, title: title ?? undefined, publisher, date: published }), byline: article.byline ?? undefined };
    const analysis = await engine.read({
      ...made,
      credits: credits.map((credit) => ({ text: credit, at: [text.indexOf(credit), text.indexOf(credit) + credit.length] })),
    });
    analyses.push(analysis);
    const taken = new Set();
    for (const statement of statements) {
      const plant = truth.get(`${id}\u0000${statement.id}`);
      if (plant === undefined) continue;
      const best = analysis.statements
        .filter((one) => !taken.has(one))
        .map((one) => ({ one, score: likeness(one.content, statement.content) }))
        .sort((a, b) => b.score - a.score)[0];
      if (best === undefined || best.score < NEAR) continue;
      taken.add(best.one);
      found.set(`${id}\u0000${best.one.id}`, plant);
    }
  }
  // A member whose origin was not found has nothing to be measured against.
  // A statement that was read within a planted one, or over several, is neither planted nor apart from it: it is left out of the measure.
  const measured = analyses.map((analysis, i) => {
    const spans = planted[i].statements.flatMap(({ content }) => content);
    const touches = ({ content }) => content.some(([s, e]) => spans.some(([t, u]) => s < u && t < e));
    return { ...analysis, statements: analysis.statements.filter((one) => found.has(`${analysis.id}\u0000${one.id}`) || !touches(one)) };
  });
  const origins = new Set([...found.values()].filter(({ standing }) => standing === 'origin').map(({ cluster }) => cluster));
  return { analyses, measured, truth: new Map([...found].filter(([, { cluster }]) => origins.has(cluster))) };
}
