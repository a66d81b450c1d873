// A Reading out of silver syntax instead of the network: the labels of CoreNLP laid on our words, as training/data.py lays them.

/** @param language the compiled language room, for cutWords and quotationsOf */
export function silverReading(text, syntax, { cutWords, quotationsOf }) {
  const cut = cutWords(text);
  const labels = { pos: ['NN'], entity: ['O'], relation: ['dep', 'goeswith'] };
  const code = (list, name) => {
    const i = list.indexOf(name);
    return i >= 0 ? i : list.push(name) - 1;
  };
  const count = cut.count;
  const words = {
    ...cut,
    sentence: new Int32Array(count),
    pos: new Uint8Array(count),
    entity: new Uint8Array(count),
    head: Int32Array.from({ length: count }, (_, i) => i),
    relation: new Uint8Array(count),
  };
  const begins = new Uint8Array(count);
  const firstEndingAfter = (offset) => {
    let a = 0,
      b = count;
    while (a < b) {
      const m = (a + b) >> 1;
      if (cut.end[m] > offset) b = m;
      else a = m + 1;
    }
    return a;
  };
  for (const tokens of syntax?.sentences ?? []) {
    const spans = [],
      firsts = [];
    for (const [start, end] of tokens) {
      let i = firstEndingAfter(start);
      firsts.push(Math.min(i, count - 1));
      const inside = [];
      for (; i < count && cut.start[i] < end; i++) if (cut.start[i] >= start) inside.push(i);
      spans.push(inside);
    }
    let started = true;
    tokens.forEach(([, , pos, entity, head, relation], k) => {
      spans[k].forEach((i, j) => {
        words.pos[i] = code(labels.pos, pos);
        words.entity[i] = code(labels.entity, entity);
        begins[i] = started ? 1 : 0;
        started = false;
        words.head[i] = j ? spans[k][0] : head === 0 ? i : firsts[head - 1];
        words.relation[i] = code(labels.relation, j ? 'goeswith' : relation);
      });
    });
  }
  const ranges = (starts) => {
    const out = [];
    let f = 0;
    for (let i = 1; i <= count; i++)
      if (i === count || starts(i)) {
        out.push([f, i - 1]);
        f = i;
      }
    return count ? out : [];
  };
  const paragraphs = ranges((i) => cut.paragraph[i] !== cut.paragraph[i - 1]);
  const sentences = ranges((i) => cut.paragraph[i] !== cut.paragraph[i - 1] || begins[i] === 1);
  sentences.forEach(([f, l], k) => {
    words.sentence.fill(k, f, l + 1);
  });
  const { quotations, notices } = quotationsOf(text);
  return { text, words, labels, paragraphs, sentences, quotations, cues: [], notices };
}

/** Statements out of gold attributions: every source, cue and content as people marked them. */
export function goldStatements({ text, attributions }, reading) {
  const quoted = (span) => reading.quotations.some((q) => q.at[0] < span[1] && span[0] < q.at[1]);
  const order = attributions
    .map((a, i) => ({ a, i, at: Math.min(...[...a.source, ...a.cue, ...a.content].map(([s]) => s)) }))
    .sort((p, q) => p.at - q.at || p.i - q.i);
  return order.map(({ a }, k) => ({
    id: `s${k + 1}`,
    source: a.source,
    cue: a.cue,
    content: a.content,
    form: a.content.every(quoted)
      ? /^["“'‘]/.test(text.slice(a.content[0][0]))
        ? 'direct'
        : 'mixed'
      : a.content.some(quoted)
        ? 'mixed'
        : 'indirect',
    within: null,
    continues: null,
    confidence: 1,
    because: [],
  }));
}
