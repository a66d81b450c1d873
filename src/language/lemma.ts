const IRREGULAR: Readonly<Record<string, string>> = {
  said: 'say',
  told: 'tell',
  wrote: 'write',
  written: 'write',
  thought: 'think',
  felt: 'feel',
  knew: 'know',
  known: 'know',
  saw: 'see',
  seen: 'see',
  sought: 'seek',
  fought: 'fight',
  spoke: 'speak',
  spoken: 'speak',
  went: 'go',
  gone: 'go',
  found: 'find',
  swore: 'swear',
  sworn: 'swear',
  pled: 'plead',
  took: 'take',
  gave: 'give',
  put: 'put',
  hit: 'hit',
  understood: 'understand',
  laid: 'lay',
  stood: 'stand',
  began: 'begin',
  chose: 'choose',
  chosen: 'choose',
  cast: 'cast',
  met: 'meet',
  stuck: 'stick',
  tore: 'tear',
  struck: 'strike',
  threw: 'throw',
  drew: 'draw',
  made: 'make',
  am: 'be',
  is: 'be',
  are: 'be',
  was: 'be',
  were: 'be',
  been: 'be',
  being: 'be',
  has: 'have',
  had: 'have',
  does: 'do',
  did: 'do',
  done: 'do',
  "'s": 'be',
  "'re": 'be',
  "'ve": 'have',
  "n't": 'not',
  never: 'not',
  "'ll": 'will',
};

/**
 * The form of a word under which a list holds it, by its ending; the word itself if the list has none of its forms.
 * @example lemmaIn('urging', new Set(['urge'])) // 'urge'
 */
export function lemmaIn(word: string, list: ReadonlySet<string>): string {
  const known = IRREGULAR[word];
  if (known !== undefined) return known;
  if (list.has(word)) return word;
  for (const form of forms(word)) if (list.has(form)) return form;
  return word;
}

function forms(word: string): string[] {
  const out: string[] = [];
  const cut = (ending: string, ...puts: string[]) => {
    if (!word.endsWith(ending) || word.length < ending.length + 2) return;
    const stem = word.slice(0, -ending.length);
    for (const put of puts) out.push(stem + put);
    if (/([bdgklmnprt])\1$/.test(stem)) out.push(stem.slice(0, -1));
  };
  cut('ies', 'y');
  cut('ied', 'y');
  cut('es', '', 'e');
  cut('s', '');
  cut('ed', '', 'e');
  cut('ing', '', 'e');
  return out;
}
