import type { ExportRecord } from '../../src/export/index.ts';
import type { Analysis } from '../../src/model/index.ts';

/** Every field there, however deep: a field that is added to the wire is missing here until it is added too. */
type Whole<T> = T extends readonly [number, number]
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Whole<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]-?: Whole<Exclude<T[Key], undefined>> }
      : T;

const TEXT = Array.from({ length: 60 }, (_, i) => `Word${i} of ferry harbour ${i * 7}.`).join(' ');

/** An analysis in which every field that the wire has is filled, each with another value. */
export const wholeAnalysis = (id = 'report-1'): Whole<Analysis> => ({
  id,
  engine: { version: '9.8.7', model: 'en-fake-3', modelHash: 'sha256:weights' },
  article: {
    title: 'Ferry held at Kelvin Bay',
    publisher: 'The Bay Courier',
    byline: 'Mara Lind',
    published: '2020-07-02',
    url: 'https://courier.example/ferry',
    modified: '2020-07-03',
    captured: '2020-07-04T08:00:00Z',
    origin: { title: 'Sound Wire', url: 'https://wire.example/1' },
    posts: [{ at: [3, 11], network: 'mastodon', url: 'https://posts.example/5' }],
    pages: [{ page: 41, at: 0 }],
    credits: ['(With inputs from agencies)'],
    sourceHash: 'sha256:source',
    textHash: 'sha256:text',
    characters: TEXT.length,
    text: TEXT,
  },
  statements: [
    {
      id: 's1',
      source: [[20, 30]],
      cue: [[31, 38]],
      content: [
        [40, 60],
        [70, 90],
      ],
      form: 'mixed',
      within: 's9',
      act: 'accuse',
      speaker: 'p1',
      sourcing: {
        type: 'organisation',
        grade: 'described',
        channel: 'court',
        outlet: 'Radio Sound',
        addressee: 'a committee',
        said: '2020-06-29',
        chain: ['p1', 'Sound Wire'],
      },
      allegations: [
        {
          accused: 'the port authority',
          accusedSpeaker: 'p2',
          wrong: 'corruption',
          victims: 'the dockers',
          place: 'at the north pier',
          when: 'last winter',
          status: 'investigated',
          spans: {
            accused: [[100, 110]],
            wrong: [[111, 120]],
            victims: [[121, 130]],
            place: [[131, 140]],
            when: [[141, 150]],
            status: [[151, 160]],
          },
          because: [{ rule: 'wrong-word', at: [[111, 121]], note: 'a word of bribes' }],
        },
      ],
      confidence: 0.8125,
      because: [{ rule: 'cue-score', at: [[31, 39]], note: 'the cue stands alone' }],
    },
  ],
  speakers: [
    { id: 'p1', name: 'Tam Orrick', type: 'person', role: 'harbour master', mentions: [[20, 31]] },
    { id: 'p2', name: 'Kelvin Port', type: 'organisation', role: 'port authority', mentions: [[100, 111]] },
  ],
  missed: [{ at: [200, 210], why: 'nobody is named' }],
  notices: [{ code: 'partial-date', message: 'the date is known only in part', at: [7, 9] }],
});

/** A record in which every field is filled. */
export const wholeRecord = (id?: string): ExportRecord => ({
  analysis: wholeAnalysis(id),
  reviews: [{ id: 12, of: 's1', action: 'accept', stands: true, earlier: false }],
});
