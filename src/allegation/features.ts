import type { Act } from '../model/index.ts';
import type { Candidate, Setting } from './candidates.ts';
import { HARMS } from './harms.ts';
import { isPeople } from './people.ts';
import { answerOf } from './standing.ts';
import type { Trigger } from './triggers.ts';

/** What is looked at in a candidate for the accused, by name; `accused-weights.ts` says how much each counts. */
export type Features = Readonly<Record<string, number>>;

const tokens = (name: string | null): string[] =>
  (name ?? '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Measures all candidates of a statement; every figure but the network's is between 0 and 1. Some tell how a candidate stands among the others. */
export function measure(candidates: readonly Candidate[], setting: Setting, act: Act): readonly Features[] {
  const own = setting.speaker === undefined ? -1 : setting.referents.speakers.indexOf(setting.speaker);
  const here = candidates.filter((c) => c.heads.some((i) => setting.content.includes(i)) && c.speaker !== own);
  const first = here.reduce<Candidate | undefined>((a, c) => (a === undefined || c.heads[0]! < a.heads[0]! ? c : a), undefined);
  const weight = (c: Candidate) => (c.speaker < 0 ? 0 : setting.referents.speakers[c.speaker]!.mentions.length);
  const most = here.reduce<Candidate | undefined>((a, c) => (a === undefined || weight(c) > weight(a) ? c : a), undefined);
  const trigger = setting.main;
  const subjects = here.filter((c) => c.heads.some((i) => /^nsubj/.test(setting.view.relation(i))));
  const nearest =
    trigger === undefined
      ? undefined
      : subjects.reduce<{ c: Candidate; gap: number } | undefined>((best, c) => {
          const gap = Math.min(...c.heads.map((i) => (i < trigger.head ? trigger.head - i : 1000)));
          return gap < 1000 && (best === undefined || gap < best.gap) ? { c, gap } : best;
        }, undefined)?.c;
  const told = candidates.some((c) => c.kind === 'told');
  const side = sideOf(setting);
  return candidates.map((candidate) => {
    const out: Record<string, number> = { ...featuresOf(candidate, setting, act, side) };
    if (setting.answers !== undefined) out.network = answerOf(candidate, setting);
    if (candidate === first) out['the first named'] = 1;
    if (candidate === most && weight(candidate) > 0) out['the one spoken of most'] = 1;
    if (candidate === first && here.length === 1) out['the only one named'] = 1;
    if (candidate === nearest) out['the subject before the trigger'] = 1;
    if (candidate.kind === 'nobody') {
      if (here.length === 0) out['nobody is named here'] = 1;
      if (told) out['somebody is told beside'] = 1;
      if (trigger?.strong && here.some((c) => c.parts.has('does'))) out['nobody, though somebody does it'] = 1;
      if (trigger !== undefined && isAgentless(setting, trigger) && !here.some((c) => c.parts.has('does')))
        out['it is done, by nobody named'] = 1;
    }
    return out;
  });
}

function featuresOf(candidate: Candidate, setting: Setting, act: Act, speakerSide: ReadonlySet<string>): Features {
  const { view, content, triggers, referents, speaker, accusedBefore } = setting;
  const { kind, parts, heads, speaker: who } = candidate;
  const out: Record<string, number> = { [kind]: 1 };
  const yes = (name: string, is: boolean) => {
    if (is) out[name] = 1;
  };
  if (kind === 'nobody') {
    yes('nobody, no trigger', triggers.length === 0);
    yes(`nobody, ${act}`, /^(?:accuse|criticise|deny)$/.test(act));
    return out;
  }
  const strong = setting.main?.strong === true;
  yes(
    'held responsible',
    heads.some((i) => isHeld(setting, i)),
  );
  yes('does another', candidate.elsewhere);
  yes('suffers another harm', candidate.suffers && !candidate.elsewhere && !parts.has('does'));
  const harms = setting.main !== undefined && HARMS.has(setting.main.wrong);
  for (const part of parts) {
    if (part === 'none') continue;
    // Done to those behind "of" ("the killing of"), unless it is theirs ("the crimes of").
    const sense = part === 'of' && harms ? (THEIRS.test(view.lower(setting.main!.head)) ? 'does' : 'suffers') : part;
    out[harms ? `${sense} harm` : strong ? `${sense} it` : `${sense} what may be a wrong`] = 1;
  }
  yes(
    'suffers it, in the passive',
    parts.has('suffers') && heads.some((i) => view.relation(i) === 'nsubjpass' && view.head(i) === setting.main?.head),
  );
  const places = heads.map((i) => content.indexOf(i)).filter((k) => k >= 0);
  if (places.length > 0) {
    out.early = 1 / (1 + Math.min(...places) / 4);
    out.often = Math.min(1, (places.length - 1) / 3);
    yes(
      'subject',
      heads.some((i) => /^nsubj/.test(view.relation(i))),
    );
    yes(
      'subject of the whole',
      heads.some((i) => /^nsubj/.test(view.relation(i)) && isTop(setting, view.head(i))),
    );
    yes(
      'object',
      heads.every((i) => /^(?:dobj|iobj)$/.test(view.relation(i))),
    );
    yes(
      'opens it, as an object',
      heads.some((i) => i - content[0]! < 7 && /^(?:dobj|iobj|nmod)$/.test(view.relation(i)) && view.head(i) < content[0]!),
    );
    yes(
      'owner',
      heads.some((i) => view.relation(i) === 'nmod:poss'),
    );
    yes(
      'owner of what is found',
      heads.some((i) => view.relation(i) === 'nmod:poss' && FOUND.test(view.lower(view.head(i)))),
    );
    yes(
      'behind a preposition',
      heads.every((i) => view.relation(i) === 'nmod'),
    );
    const near = Math.min(...heads.flatMap((i) => triggers.map((t) => Math.abs(t.head - i))));
    if (Number.isFinite(near)) out.near = 1 / (1 + near / 3);
    yes(
      'before the trigger',
      triggers.some((t) => heads.some((i) => i < t.words[0])),
    );
  }
  if (setting.main !== undefined && heads.length > 0) {
    const trigger = setting.main;
    yes(
      'in the sentence of the trigger',
      heads.some((i) => view.sentence(i) === view.sentence(trigger.head)),
    );
  }
  const blamed = setting.telling.some((i) => BLAMES.test(view.lower(i)));
  yes(
    `blamed, ${kind}`,
    blamed && (kind === 'told' || out['opens it, as an object'] === 1 || (places.length > 0 && Math.min(...places) < 4)),
  );
  yes(`told "you", ${kind}`, YOU.has(view.lower(content[0]!)) || content.slice(0, 12).some((i) => YOU.has(view.lower(i))));
  if (kind === 'told')
    yes(
      'told, as an object',
      heads.some((i) => /^(?:dobj|iobj|nmod|nmod:poss)$/.test(view.relation(i))),
    );
  if (who >= 0) {
    const { type, mentions, name } = referents.speakers[who]!;
    out[type] = 1;
    out.spokenOf = mentions.length / referents.mostMentions;
    const rank = accusedBefore.indexOf(who);
    if (rank >= 0) out['accused before'] = 1 / (1 + rank);
    const self = speaker !== undefined && referents.speakers[who] === speaker;
    yes('is the speaker', self);
    yes('is the speaker, who denies', self && /^(?:deny|admit)$/.test(act));
    yes('is the speaker, who accuses', self && /^(?:accuse|criticise)$/.test(act));
    yes('another, while the speaker denies', !self && /^(?:deny|admit)$/.test(act));
    const [mine, theirs] = [tokens(speaker?.name ?? null), tokens(name)];
    yes('on the side of the speaker', !self && theirs.length > 0 && theirs.some((w) => w.length > 3 && mine.includes(w)));
    yes('accused by what tells it', setting.accusedAround === who);
    yes('accused by this speaker before', setting.accusedBySpeaker.includes(who));
    yes('accused by this speaker last', setting.accusedBySpeaker[0] === who);
    yes('accused this speaker before', setting.accusersOfSpeaker.includes(who));
    const side = !self && theirs.some((w) => w.length > 3 && speakerSide.has(w));
    yes('of the side of the speaker', side);
    yes(`of the side of the speaker; ${act}`, side);
    yes(`is the speaker; ${act}`, self);
    yes('spoken of most in the report', referents.byMentions[0] === who);
    yes('spoken of second most', referents.byMentions[1] === who);
    yes(`${type}; ${kind}`, true);
    yes('kept unnamed', name === null);
    yes('is the speaker, by a pronoun', self && kind === 'pronoun');
    yes(`${type}, as a subject`, out.subject === 1);
  } else {
    const head = heads[0]!;
    yes('a place or body', /^(?:LOCATION|ORGANIZATION|MISC)$/.test(view.entity(head)));
    yes('a name', view.entity(head) === 'PERSON');
    yes('in the plural', /^NNP?S$/.test(view.pos(head)));
    yes('a time or number', /^(?:DATE|TIME|DURATION|NUMBER|MONEY|PERCENT|ORDINAL|SET)$/.test(view.entity(head)));
    yes('a common noun', /^NNS?$/.test(view.pos(head)));
    yes('a place or body, as a subject', out['a place or body'] === 1 && out.subject === 1);
    yes('people', isPeople(view.lower(head)));
  }
  return out;
}

/** Words of the one who speaks: name, role, and what names it where it speaks. None of one who stands against somebody: a critic, a rival, a former aide. */
function sideOf({ speaker, statement, view }: Setting): ReadonlySet<string> {
  const source = statement.source.map(([start, end]) => view.reading.text.slice(start, end)).join(' ');
  const words = tokens(`${speaker?.name ?? ''} ${speaker?.role ?? ''} ${source}`);
  return new Set(words.some((word) => OPPOSED.test(word)) ? [] : words);
}

/** "was rigged", "remains plagued by fraud": what a passive names, with nobody behind "by" who could do it. */
function isAgentless({ view }: Setting, { head }: Trigger): boolean {
  if (view.pos(head) !== 'VBN') return false;
  for (let i = head - 1; i > head - 5 && i >= 0; i--) if (/^auxpass$/.test(view.relation(i)) && view.head(i) === head) return true;
  return false;
}

/** "I hold the army responsible for it", "the army is to blame": what stands around a word says that it is that one's doing. */
function isHeld({ view, content }: Setting, head: number): boolean {
  const last = content.at(-1)!;
  for (let i = head + 1; i <= head + 4 && i <= last && view.sentence(i) === view.sentence(head); i++) {
    if (/^(?:responsible|accountable|culpable|guilty)$/.test(view.lower(i)) || (view.lower(i) === 'blame' && view.lower(i - 1) === 'to'))
      return !/^(?:not|never)$/.test(view.lower(i - 1));
    if (/^(?:[,;.:]|not|never)$/.test(view.lower(i))) return false;
  }
  return false;
}

/** What somebody who finds something out has. */
const FOUND =
  /^(?:revelations?|findings?|research|stud(?:y|ies)|investigations?|inquir(?:y|ies)|evidence|testimony|testimonies|audits?|surveys?|reporting)$/;
const THEIRS = /^(?:crimes?|atrocit(?:y|ies)|violence|aggressions?|brutalit(?:y|ies)|repressions?|terror|terrorism|misdeeds?|tactics?)$/;
const OPPOSED =
  /^(?:critics?|rivals?|opponents?|foes?|accusers?|victims?|former|ex|challengers?|against|anti|enemies|enemy|defectors?|detractors?|never|widow|ousted|sacked|fired)$/;
const YOU: ReadonlySet<string> = new Set(['you', 'your', 'yours']);
const BLAMES =
  /^(?:accus|blam|critici|attack|slam|blast|condemn|denounc|call|charg|fault|sue|indict|convict|investigat|mock|ripp|hit|defend|rebuk|lambast|label|brand|tweak|bash|prais|urg|warn)/;

/** True if a verb is what the content is about, not inside another clause of it. */
function isTop({ view, content }: Setting, verb: number): boolean {
  const first = content[0]!;
  const last = content.at(-1)!;
  const up = view.head(verb);
  return up === verb || up < first || up > last;
}
