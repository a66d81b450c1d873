import { describe, expect, it } from 'vitest';
import { marked, readingOf } from '../../tests/reading-of.ts';
import { type Act, STATUSES, type Status, spanOf, viewOf, wordsOf } from '../model/index.ts';
import { tellingWords } from './referents.ts';
import { statusOf } from './status.ts';
import { triggersIn } from './triggers.ts';

const NAMES = Object.keys(STATUSES) as readonly Status[];
/** A network that leans to the plain case and knows no better. */
const leaning = {
  acts: [],
  alleges: 1,
  wrongs: [],
  question: [],
  nobody: 0,
  statuses: NAMES.map((name) => (name === 'alleged' ? 0.6 : 0.4 / 7)),
};

/** The status of a marked statement, with the words that tell. */
function statusIn(source: string, { act = 'accuse' as Act, accusedIsSpeaker = false, judgement = leaning, syntax = '' } = {}) {
  const { reading, statements } = marked(source, {}, syntax || undefined);
  const view = viewOf(reading);
  const [statement] = statements;
  const content = wordsOf(reading, statement!.content);
  const [trigger] = triggersIn(view, content);
  const found = statusOf(view, act, tellingWords(view, statement!, content), content, trigger, judgement, accusedIsSpeaker);
  return { status: found.status, words: found.at.map(([s, e]) => reading.text.slice(s, e)), rule: found.because.rule };
}

describe('words and acts that tell how an allegation stands', () => {
  it.each<readonly [edge: string, source: string, status: Status, words: string]>([
    ['a verb of denying', '{Brant} <denied> [[that guards tortured him]].', 'denied', 'denied'],
    ['a noun of denying in the cue', '{His} <denial> [[of torture]].', 'denied', 'denial'],
    ['rejecting', '{Brant} <rejected> [[the claim of torture]].', 'denied', 'rejected'],
    ['"not" before the wrong', '{Brant} <said> [[they did not torture him]].', 'denied', 'torture'],
    ['"never" before the wrong', '{Brant} <said> [[“I never took a bribe.”]]', 'denied', 'bribe'],
    ['"nobody" before the wrong', '{Brant} <said> [[nobody was killed]].', 'denied', 'killed'],
    ['"if" before the wrong', '{Brant} <said> [[if they torture him we leave]].', 'hypothetical', 'if'],
    ['"whether" before the wrong', '{Brant} <asked> [[whether they torture him]].', 'hypothetical', 'whether'],
    ['"would" before the wrong', '{Brant} <said> [[they would torture him]].', 'hypothetical', 'would'],
    ['"might" before the wrong', '{Brant} <said> [[they might torture him]].', 'hypothetical', 'might'],
    ['an inquiry in the content', '{Brant} <said> [[an inquiry into the torture is open]].', 'investigated', 'inquiry'],
    ['a charge in the content', '{Brant} <said> [[a guard was indicted for torture]].', 'charged', 'indicted'],
    ['a verdict in the content', '{Brant} <said> [[a guard was sentenced for torture]].', 'convicted', 'sentenced'],
    ['an acquittal in the content', '{Brant} <said> [[a guard was acquitted of torture]].', 'cleared', 'acquitted'],
  ])('%s', (_edge, source, status, words) => {
    expect(statusIn(source)).toEqual({ status, words: [words], rule: `status-${status}` });
  });

  it.each([
    ['no word that tells', '{Brant} <said> [[they tortured him]].'],
    ['"would have" of what was done', '{Brant} <said> [[they would have tortured him]].'],
    ['"not" of another clause', '{Brant} <said> [[they did not sleep, they tortured him]].'],
    ['"if" behind the wrong', '{Brant} <said> [[they tortured him, ask the doctor if you like]].'],
    ['"might" behind a comma', '{Brant} <said> [[come what might, they tortured him]].'],
    ['a verb of admitting what another did', '{Brant} <admitted> [[the torture]].'],
  ])('%s leaves it alleged', (_edge, source) => {
    expect(statusIn(source)).toMatchObject({ status: 'alleged', words: [] });
  });

  it('a verb of admitting tells it where the speaker is the accused', () => {
    const admitted = { status: 'admitted', words: ['admitted'], rule: 'status-admitted' };
    expect(statusIn('{Brant} <admitted> [[the torture]].', { accusedIsSpeaker: true })).toEqual(admitted);
  });

  it('the act of denying tells it where no word does', () => {
    expect(statusIn('{Brant} <said> [[talk of torture is nonsense]].', { act: 'deny' }).status).toBe('denied');
  });

  it('the act of admitting tells it only of the speaker', () => {
    expect(statusIn('{Brant} <said> [[the torture was mine]].', { act: 'admit', accusedIsSpeaker: true }).status).toBe('admitted');
    expect(statusIn('{Brant} <said> [[the torture was theirs]].', { act: 'admit' }).status).toBe('alleged');
  });
});

it.each(NAMES)('what the network is sure of stands where no word speaks against it: %s', (name) => {
  const judgement = { ...leaning, statuses: NAMES.map((n) => (n === name ? 0.93 : 0.01)) };
  expect(statusIn('{Brant} <said> [[torture]].', { judgement }).status).toBe(name);
});

it('a statement without a word for a wrong can be denied or supposed too', () => {
  expect(statusIn('{Brant} <denied> [[it]].').status).toBe('denied');
  expect(statusIn('{Brant} <asked> [[whether it is so]].').status).toBe('hypothetical');
});

it('says its reason with the word that stands there', () => {
  const view = viewOf(readingOf('Brant denied torture.'));
  const { because } = statusOf(view, 'deny', [0, 1], [2], triggersIn(view, [2])[0], leaning, false);
  expect(because).toEqual({ rule: 'status-denied', at: [spanOf(view.reading.words, [1, 1])], note: `"denied": ${STATUSES.denied}` });
});
