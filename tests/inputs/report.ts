/** One report, written for the tests, that goes into every format; a soft hyphen marks where a line of print may part a word. */
export const TITLE = 'Kelvin Bay harbour closed as dockers walk out';
export const BYLINE = 'Orla Venn';
export const PUBLISHER = 'The Kelvin Bay Courier';
export const PUBLISHED = '2021-03-04';
export const URL_OF_REPORT = 'https://courier.example/2021/03/harbour-closed';

const HYPHENATED: readonly string[] = [
  'The har\u00adbour of Kel\u00advin Bay was closed on Thurs\u00adday, the port’s master said, after dock\u00aders walked out over pay and safe\u00adty rules that the gov\u00adern\u00adment had prom\u00adised to re\u00adform in the spring.',
  '“We will not go back until the agree\u00adment is signed,” said Tam Orrick, who leads the dock\u00aders’ union. He ac\u00adcused the ad\u00admin\u00adis\u00adtra\u00adtion of hold\u00ading back long-term con\u00adtracts.',
  'The mayor, Iven Sol, ac\u00adcused the union of hold\u00ading the town to ran\u00adsom, which it de\u00adnies. “This is ir\u00adre\u00adspon\u00adsi\u00adble,” she told re\u00adporters out\u00adside the mu\u00adnic\u00adi\u00adpal build\u00ading on Fri\u00adday morn\u00ading.',
  'Ac\u00adcord\u00ading to the min\u00adistry of trans\u00adpor\u00adta\u00adtion, for\u00adty ves\u00adsels were wait\u00ading out\u00adside the har\u00adbour, and three of them car\u00adried per\u00adish\u00adable goods from neigh\u00adbour\u00ading Os\u00adter\u00advale.',
  'The union said that its mem\u00adbers would meet again on Mon\u00adday to con\u00adsid\u00ader an in\u00adter\u00adme\u00addi\u00adate set\u00adtle\u00adment pro\u00adposed by the ar\u00adbi\u00adtra\u00adtion com\u00admis\u00adsion. A spokes\u00adwoman de\u00adclined to say more about the long-term con\u00adtracts.',
];

/** The paragraphs as they are printed in a book of patterns, with soft hyphens. */
export const BREAKABLE = HYPHENATED;
export const PARAGRAPHS = HYPHENATED.map((paragraph) => paragraph.replaceAll('\u00ad', ''));
export const TEXT = PARAGRAPHS.join('\n\n');
