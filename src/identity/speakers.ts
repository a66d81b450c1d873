import { bySpan, type Span, type Speaker, spanOf, type WordView } from '../model/index.ts';
import { BODY, PLACE } from './bodies.ts';
import type { Character } from './character.ts';

/** True in a paragraph without small letters, where capitals make no name. */
function shouted(view: WordView, word: number): boolean {
  const [first, last] = view.reading.paragraphs[view.paragraph(word)] ?? [0, -1];
  const { text, words } = view.reading;
  return last > first && !/\p{Ll}/u.test(text.slice(words.start[first], words.end[last]));
}

/**
 * True for those that are listed although they say nothing: persons named in full or more than once, and bodies. Places and
 * peoples are listed only where they speak.
 */
function isNamed(view: WordView, { type, name, members, traits, words, mentions }: Character): boolean {
  if (name === null || members.length > 0) return false;
  if (type === 'person') return words.length > 1 || mentions.length > 1;
  return type === 'organisation' && traits.has(BODY) && !traits.has(PLACE) && !shouted(view, mentions[0]?.[0] ?? 0);
}

/** The speakers of a report, numbered in the order of first mention: all that speak, and all persons and bodies named. */
export function speakersOf(
  view: WordView,
  characters: readonly Character[],
  speaking: ReadonlySet<Character>,
): ReadonlyMap<Character, Speaker> {
  const kept = characters
    .filter((c) => speaking.has(c) || isNamed(view, c))
    .map((character) => ({ character, mentions: mentionsOf(view, character) }))
    .sort((a, b) => (a.mentions[0]?.[0] ?? Infinity) - (b.mentions[0]?.[0] ?? Infinity) || a.character.key - b.character.key);
  return new Map(
    kept.map(({ character, mentions }, i) => [
      character,
      { id: `p${i + 1}`, name: character.name, type: character.type, role: character.role, mentions },
    ]),
  );
}

function mentionsOf(view: WordView, character: Character): readonly Span[] {
  const spans = [...character.mentions.map((range) => spanOf(view.reading.words, range)), ...character.spans].sort(bySpan);
  const out: Span[] = [];
  for (const span of spans) {
    const before = out.at(-1);
    if (before !== undefined && before[0] <= span[0] && span[1] <= before[1]) continue;
    out.push(span);
  }
  return out;
}
