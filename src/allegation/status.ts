import type { Judgement } from '../language/index.ts';
import type { Act, Because, Span, Status, WordView } from '../model/index.ts';
import { STATUSES, spanOf } from '../model/index.ts';
import { reaches } from './phrase.ts';
import type { Trigger } from './triggers.ts';

const NAMES = Object.keys(STATUSES) as readonly Status[];
/** How much a word or act for a status adds to what the network thinks (natural log-odds). */
const SIGN = 2.5;
const FLOOR = 0.01;
/** The same for a word that the words for the wrong hang on: "charged with fraud". */
const HELD = 5;

const SIGNS: readonly (readonly [Status, RegExp])[] = [
  [
    'cleared',
    /^(?:acquit|acquitted|acquits|cleared|exonerated|exonerate|exonerates|exoneration|dismissed|unfounded|vindicated|acquittal)$/,
  ],
  ['convicted', /^(?:convicted|conviction|guilty|sentenced|convicts|pleaded)$/],
  ['charged', /^(?:charged|indicted|indictment|indict|prosecuted|arraigned|charges|sued|lawsuit|sues|sue)$/],
  [
    'investigated',
    /^(?:investigation|investigations|investigating|investigated|investigate|investigates|inquiry|inquiries|probe|probing|subpoena|subpoenaed|subpoenas|arrest|arrested|arrests)$/,
  ],
];
const DENIES =
  /^(?:deny|denies|denied|denying|denial|reject|rejects|rejected|rejecting|dismiss|dismisses|dismissed|refute|refutes|refuted|dispute|disputes|disputed|disputing|rebut|rebutted|rebuffed|disavowed|disavow)$/;
const ADMITS =
  /^(?:admit|admits|admitted|admitting|apologize|apologized|apologise|apologised|apologizes|apology|confess|confessed|regret|regrets|regretted|acknowledge|acknowledged|acknowledges|concede|conceded)$/;
const IF = /^(?:if|unless|whether)$/;
const MIGHT = /^(?:would|could|might|may|will|fear|fears|feared|risk|risks)$/;

/** How an allegation stands, and the words that tell. */
export function statusOf(
  view: WordView,
  act: Act,
  telling: readonly number[],
  content: readonly number[],
  trigger: Trigger | undefined,
  judgement: Judgement | undefined,
  accusedIsSpeaker: boolean,
): { readonly status: Status; readonly at: readonly Span[]; readonly because: Because } {
  const signs = new Map<Status, number>();
  const sign = (status: Status, word: number) => {
    if (!signs.has(status)) signs.set(status, word);
  };
  for (const i of telling) {
    if (DENIES.test(view.lower(i))) sign('denied', i);
    if (ADMITS.test(view.lower(i)) && accusedIsSpeaker) sign('admitted', i);
  }
  for (const [status, pattern] of SIGNS)
    for (const i of [...telling, ...content])
      if (pattern.test(view.lower(i))) sign(status === 'charged' && isSpared(view, i) ? 'cleared' : status, i);
  for (const i of content) if (trigger !== undefined && DENIES.test(view.lower(i)) && reaches(view, trigger.head, i)) sign('denied', i);
  if (act === 'deny') sign('denied', telling[0] ?? content[0]!);
  if (act === 'admit' && accusedIsSpeaker) sign('admitted', telling[0] ?? content[0]!);
  if (trigger?.negated === true) sign('denied', trigger.words[0]);
  const hangs = modal(view, trigger?.head, content);
  if (hangs !== undefined) sign('hypothetical', hangs);
  const holder = trigger === undefined ? undefined : view.head(trigger.head);
  const plain = !signs.has('denied') && !signs.has('hypothetical');
  const signed = (status: Status) => (!signs.has(status) ? 0 : signs.get(status) === holder ? HELD : SIGN);
  const scored = NAMES.map((status, k) => ({
    status,
    score: Math.log((judgement?.statuses[k] ?? (status === 'alleged' ? 0.8 : 0)) + FLOOR) + signed(status),
  })).sort((a, b) => b.score - a.score);
  const { status } = scored.find(({ status }) => plain || status !== 'alleged')!;
  const word = signs.get(status);
  const at = word === undefined ? [] : [spanOf(view.reading.words, [word, word])];
  const told = word === undefined ? STATUSES[status] : `"${view.word(word)}": ${STATUSES[status]}`;
  const note = act === 'ask' ? `asked, not said; ${told}` : told;
  return { status, at, because: { rule: `status-${status}`, at, note } };
}

/** "not to recommend charges", "against indicting": no charge is brought. */
function isSpared(view: WordView, word: number): boolean {
  for (let i = word - 1; i >= 0 && i >= word - 4 && view.sentence(i) === view.sentence(word); i--)
    if (/^(?:not|no|never|without|against|declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing)|drop(?:s|ped)?)$/.test(view.lower(i))) return true;
  return false;
}

/** "if", "would", "might" that the words for the wrong hang on. */
function modal(view: WordView, trigger: number | undefined, content: readonly number[]): number | undefined {
  if (trigger === undefined) return content.slice(0, 2).find((i) => IF.test(view.lower(i)));
  for (let i = trigger - 1; i >= trigger - 5 && i >= content[0]!; i--) {
    if (/^[,;.:]$/.test(view.word(i))) break;
    if (
      MIGHT.test(view.lower(i)) &&
      /^(?:MD|NNS?|VB[DPZ]?)$/.test(view.pos(i)) &&
      (view.lower(i + 1) !== 'have' || /^(?:may|might)$/.test(view.lower(i)))
    )
      return i;
  }
  for (let i = trigger - 1; i >= trigger - 12 && i >= content[0]!; i--) {
    if (IF.test(view.lower(i))) return i;
    if (view.sentence(i) !== view.sentence(trigger)) break;
  }
  return undefined;
}
