/**
 * What somebody is said to have done: conduct that the report or its speaker treats as illegal or as a moral offence
 * (decided: a bad policy, a weak performance or a lost argument is none; "he lied about it" is).
 */
export const WRONGS = {
  genocide: 'genocide, or persecution of a whole people',
  killing: 'killing, murder, massacre',
  torture: 'torture or ill-treatment',
  'sexual-violence': 'rape, sexual assault or harassment',
  'enforced-disappearance': 'abduction, with the fate of the taken kept hidden',
  'attack-on-civilians': 'shelling, bombing, shooting at people who do not fight',
  'excessive-force': 'more force than the law allows',
  'forced-labour': 'slavery, trafficking, forced work',
  'forced-displacement': 'expulsion, deportation, ethnic cleansing',
  'population-control': 'forced birth control, separated families',
  'arbitrary-detention': 'detention without law or charge',
  'unfair-trial': 'a sham trial, a forced confession',
  'denying-needs': 'keeping food, health care, shelter or aid from people',
  'suppressing-religion': 'forbidding or punishing worship',
  'suppressing-protest': 'breaking up or forbidding gatherings',
  censorship: 'hindering speech or the press',
  surveillance: 'spying on people, hacking their papers',
  discrimination: 'treating people worse for what they are',
  aggression: 'invading, arming, sponsoring terror',
  incitement: 'hate, calls for violence, threats',
  corruption: 'bribes, fraud, self-dealing',
  'election-interference': 'rigging, suppression, foreign meddling',
  'abuse-of-power': 'obstruction, cover-up, partiality of an office',
  'breach-of-agreement': 'breaking a treaty, truce, promise or contract',
  'property-crime': 'theft, robbery, burning, looting',
  'other-crime': 'a crime that none of the others covers',
  negligence: 'carelessness, failing a duty, mishandling',
  deception: 'lying, hiding',
  insult: 'demeaning a person or group',
  'other-wrong': 'a wrong that none of the others covers',
} as const;
/** In the order of `WRONGS`, which is that of gravity: the first of a statement's allegations is its gravest. */
export type Wrong = keyof typeof WRONGS;
