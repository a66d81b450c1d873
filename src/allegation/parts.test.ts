import { expect, it } from 'vitest';
import { readingOf } from '../../tests/reading-of.ts';
import { viewOf } from '../model/index.ts';
import { type Part, partOf } from './parts.ts';
import { triggersIn } from './triggers.ts';

/** What each noun of a sentence is to the first word for a wrong in it; nouns that are nothing to it are left out. */
function partsIn(text: string, syntax: string): Readonly<Record<string, Part>> {
  const view = viewOf(readingOf(text, {}, syntax));
  const all = Array.from({ length: view.count }, (_, i) => i);
  const [trigger] = triggersIn(view, all);
  const nouns = all.filter((i) => i !== trigger!.head && /^(?:NN|PRP$)/.test(view.pos(i)));
  return Object.fromEntries(nouns.map((i) => [view.word(i), partOf(view, i, trigger!)] as const).filter(([, part]) => part !== 'none'));
}

it.each<readonly [edge: string, text: string, syntax: string, parts: Readonly<Record<string, Part>>]>([
  [
    'the subject of an active verb does it, its object suffers it',
    'Soldiers tortured prisoners.',
    'Soldiers/NNS nsubj tortured/VBD; prisoners dobj tortured',
    { Soldiers: 'does', prisoners: 'suffers' },
  ],
  [
    'the subject of a passive verb suffers it, who stands behind "by" does it',
    'Prisoners were tortured by soldiers.',
    'Prisoners/NNS nsubjpass tortured/VBN; were auxpass tortured; by case soldiers; soldiers nmod tortured',
    { Prisoners: 'suffers', soldiers: 'does' },
  ],
  [
    'a passive verb without "by" has nobody who does it',
    'Prisoners were tortured in cellars.',
    'Prisoners/NNS nsubjpass tortured/VBN; in case cellars; cellars nmod tortured',
    { Prisoners: 'suffers' },
  ],
  [
    'a noun with "of" and "by": the first suffers it',
    'The persecution of villagers by soldiers.',
    'of case villagers; villagers nmod persecution; by case soldiers; soldiers nmod persecution',
    { villagers: 'suffers', soldiers: 'does' },
  ],
  [
    'a noun with "of" alone leaves open who does it',
    'The persecution of villagers.',
    'of case villagers; villagers nmod persecution',
    { villagers: 'of' },
  ],
  [
    'a noun with an owner: the owner is told apart from who stands behind "of"',
    'The ministry’s persecution of villagers.',
    'ministry nmod:poss persecution; of case villagers; villagers nmod persecution',
    { ministry: 'owns', villagers: 'suffers' },
  ],
  [
    'a noun with "against"',
    'Torture against prisoners.',
    'Torture/NN root Torture; against case prisoners; prisoners nmod Torture',
    { prisoners: 'suffers' },
  ],
  [
    'whatever the syntax hangs it on, who stands behind "against" suffers what is named just before',
    'They deplored torture against prisoners.',
    'They nsubj deplored/VBD; torture/NN dobj deplored; against case prisoners; prisoners nmod deplored',
    { They: 'blames', prisoners: 'suffers' },
  ],
  [
    'but not where a verb stands between',
    'They called torture a crime and voted against prisoners.',
    'torture/NN dobj called/VBD; voted/VBD conj called; against case prisoners; prisoners nmod voted',
    {},
  ],
  [
    'force that is tied to the verb belongs to its use',
    'Envoys deplored the army use of excessive force.',
    'Envoys nsubj deplored/VBD; army/NN compound use; use/NN dobj deplored; of case force; excessive/JJ amod force; force/NN nmod deplored',
    { Envoys: 'blames', army: 'owns' },
  ],
  [
    'who is called out for it does it',
    'Envoys called out the army for torture.',
    'Envoys nsubj called/VBD; army/NN dobj called; for case torture; torture/NN ccomp called',
    { Envoys: 'blames', army: 'does' },
  ],
  [
    'the second of two verbs joined by "and" has the subject of the first',
    'Soldiers came and tortured prisoners.',
    'Soldiers/NNS nsubj came/VBD; tortured/VBD conj came; prisoners dobj tortured',
    { Soldiers: 'does', prisoners: 'suffers' },
  ],
  [
    'the second of two passive verbs has the sufferer of the first',
    'Prisoners were held and tortured.',
    'Prisoners/NNS nsubjpass held/VBN; tortured/VBN conj held',
    { Prisoners: 'suffers' },
  ],
  [
    'a verb that has a subject of its own does not take that of another',
    'Soldiers came and guards tortured prisoners.',
    'Soldiers/NNS nsubj came/VBD; tortured/VBD conj came; guards/NNS nsubj tortured; prisoners dobj tortured',
    { guards: 'does', prisoners: 'suffers' },
  ],
  [
    'who begins to do it does it',
    'Soldiers began to torture prisoners.',
    'Soldiers/NNS nsubj began/VBD; to mark torture; torture/VB xcomp began; prisoners dobj torture',
    { Soldiers: 'does', prisoners: 'suffers' },
  ],
  [
    'who is made to do it does it, not who makes them',
    'Generals ordered soldiers to torture prisoners.',
    'Generals/NNS nsubj ordered/VBD; soldiers dobj ordered; torture/VB xcomp ordered; prisoners dobj torture',
    { soldiers: 'does', prisoners: 'suffers' },
  ],
  [
    'a verb that does what its object names: its subject does it, who stands behind "on" suffers it',
    'Soldiers inflicted torture on prisoners.',
    'Soldiers/NNS nsubj inflicted/VBD; torture dobj inflicted; on case prisoners; prisoners nmod inflicted',
    { Soldiers: 'does', prisoners: 'suffers' },
  ],
  [
    'who is accused of it does it, not who accuses',
    'Lawyers accused soldiers of torture.',
    'Lawyers/NNS nsubj accused/VBD; soldiers dobj accused; of case torture; torture nmod accused',
    { Lawyers: 'blames', soldiers: 'does' },
  ],
  [
    'who is accused of it in the passive does it',
    'Soldiers were accused of torture by lawyers.',
    'Soldiers/NNS nsubjpass accused/VBN; of case torture; torture nmod accused; by case lawyers; lawyers nmod accused',
    { Soldiers: 'does' },
  ],
  [
    'who "had fired" does it, though the syntax reads a passive',
    'The army had fired on a market.',
    'army/NN nsubjpass fired/VBN; had aux fired; on case market; market/NN nmod fired',
    { army: 'does', market: 'suffers' },
  ],
  [
    'who "had been tortured" suffers it',
    'Prisoners had been tortured.',
    'Prisoners/NNS nsubjpass tortured/VBN; had aux tortured; been auxpass tortured',
    { Prisoners: 'suffers' },
  ],
  [
    'the noun that "who" takes up does it',
    'The soldiers who tortured prisoners.',
    'tortured/VBD acl:relcl soldiers; who nsubj tortured; prisoners dobj tortured',
    { soldiers: 'does', prisoners: 'suffers' },
  ],
  [
    'the noun that a clause with its own subject tells of suffers it',
    'The prisoners soldiers tortured.',
    'tortured/VBD acl:relcl prisoners; soldiers nsubj tortured',
    { prisoners: 'suffers', soldiers: 'does' },
  ],
  [
    'prisoners tortured in cellars suffer it',
    'Prisoners tortured in cellars.',
    'Prisoners/NNS root Prisoners; tortured/VBN acl Prisoners',
    { Prisoners: 'suffers' },
  ],
  ['a murderous gang is called so', 'A murderous gang.', 'murderous/JJ amod gang', { gang: 'is called' }],
  [
    'the verb of another clause is no part of it',
    'Soldiers slept while guards tortured prisoners.',
    'Soldiers/NNS nsubj slept/VBD; tortured/VBD advcl slept; guards/NNS nsubj tortured; prisoners dobj tortured',
    { guards: 'does', prisoners: 'suffers' },
  ],
  ['what hangs on nothing is no part of it', 'Soldiers, torture, prisoners.', 'Soldiers/NNS', {}],
])('%s', (_edge, text, syntax, parts) => {
  expect(partsIn(text, syntax)).toEqual(parts);
});

it('a syntax that goes round in a circle ends', () => {
  expect(partsIn('Soldiers torture prisoners.', 'torture/VB conj prisoners; prisoners conj torture; Soldiers/NNS')).toEqual({});
});
