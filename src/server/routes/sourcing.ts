import { foundStatements, keepSetting } from '../../casefile/index.ts';
import { defaultProfile, parseProfile } from '../../engine/index.ts';
import { GRADES, type Grade, type HouseProfile } from '../../model/index.ts';
import type { Handlers } from '../ask.ts';
import { pageOf } from '../list.ts';
import { Refusal } from '../refusal.ts';
import { bringUpToDate } from '../room.ts';
import type { Findings, Rules, ShareRow, Shares } from '../schema/sourcing.ts';
import { knownFindings, RULES, rulesOf } from '../work/check.ts';
import { searchOf } from './reports.ts';

const VOICE: Readonly<Record<Grade, 'named' | 'described' | 'collective' | 'bare' | 'other'>> = {
  named: 'named',
  document: 'named',
  described: 'described',
  collective: 'collective',
  bare: 'bare',
  author: 'other',
  none: 'other',
};

interface Sum extends Omit<ShareRow, 'reports'> {
  readonly articles: Set<number>;
}

const emptySum = (publisher: string | null, period: string | null): Sum => ({
  publisher,
  period,
  articles: new Set(),
  statements: 0,
  named: 0,
  described: 0,
  collective: 0,
  bare: 0,
  other: 0,
  grades: Object.fromEntries(Object.keys(GRADES).map((grade) => [grade, 0])) as ShareRow['grades'],
});

const rowOf = ({ articles, ...sum }: Sum): ShareRow => ({ ...sum, reports: articles.size });

/** Characters of a date that name its span of time. */
const PERIOD = { publisher: 0, day: 10, month: 7, year: 4, 'publisher-day': 10, 'publisher-month': 7 } as const;

const checkNames = (): string[] => [...new Set(defaultProfile.rules.map(({ check }) => check))];

/** @throws Refusal */
function profileOf(given: unknown): HouseProfile {
  try {
    return parseProfile(given);
  } catch (error) {
    throw new Refusal('wrong-input', `House rules: ${(error as Error).message}`, { at: 'body/profile' });
  }
}

const rulesJson = ({ profile, own, event }: ReturnType<typeof rulesOf>): Rules => ({
  profile: { name: profile.name, rules: profile.rules.map((rule) => ({ ...rule })) },
  own,
  version: `rules.${event}`,
  checks: checkNames(),
});

export const sourcing: Handlers<'shares' | 'findings' | 'rules' | 'putRules'> = {
  shares({ kept, query, room }): Shares {
    bringUpToDate(kept);
    const { by = 'publisher', q } = query;
    const { query: wanted, told } = searchOf(q);
    const found = wanted.wanted === null ? undefined : foundStatements(kept, wanted);
    const facts = room.facts(kept);
    const all = emptySum(null, null);
    const sums = new Map<string, Sum>();
    for (const each of facts.statements()) {
      const fact = found === undefined || found.has(each.number) ? facts.standing(each) : undefined;
      if (fact === undefined) continue;
      const report = facts.report(fact.article)!;
      const publisher = by.startsWith('publisher') ? (report.publisher ?? '') : null;
      const period = by === 'publisher' ? null : (report.published ?? '').slice(0, PERIOD[by]);
      const key = `${publisher}\n${period}`;
      const own = sums.get(key) ?? emptySum(publisher, period);
      sums.set(key, own);
      for (const sum of [own, all]) {
        const grade = fact.grade ?? 'none';
        sum.articles.add(fact.article);
        sum.statements++;
        sum[VOICE[grade]]++;
        sum.grades[grade]++;
      }
    }
    const rows = [...sums.values()].map(rowOf);
    const order = (a: ShareRow, b: ShareRow): number =>
      by === 'publisher'
        ? b.statements - a.statements
        : (a.period ?? '') < (b.period ?? '')
          ? -1
          : a.period === b.period
            ? b.statements - a.statements
            : 1;
    const page = pageOf(rows.sort(order), (row) => `${row.publisher}\n${row.period}`, { limit: 1000, ...query });
    return { ...page, query: told, all: rowOf(all) };
  },
  findings({ kept, query, room }): Findings {
    const { profile } = rulesOf(kept);
    const stamp = JSON.stringify(profile);
    const numbers = kept.db.all<{ article: number }>('SELECT article FROM current_analyses ORDER BY article').map(({ article }) => article);
    const each = numbers.map((number) => [number, knownFindings(room, kept, number, stamp)] as const);
    const all = each.flatMap(([, findings]) => findings ?? []);
    const wanted = all.filter(
      ({ rule, report }) =>
        (query.rule === undefined || rule === query.rule) &&
        (query.publisher === undefined || (report.publisher ?? '') === query.publisher) &&
        (query.report === undefined || report.ref === query.report),
    );
    const byRule = profile.rules
      .filter(({ on }) => on)
      .map(({ id, wording }) => {
        const own = all.filter(({ rule }) => rule === id);
        return { rule: id, wording, findings: own.length, reports: new Set(own.map(({ report }) => report.ref)).size };
      });
    const unchecked = each.filter(([, findings]) => findings === undefined).length;
    return {
      ...pageOf(wanted, ({ report, rule, at }) => `${report.ref} ${rule} ${at.join('-')}`, query),
      profile: profile.name,
      checked: each.length - unchecked,
      unchecked,
      byRule,
    };
  },
  rules: ({ kept }): Rules => rulesJson(rulesOf(kept)),
  putRules({ kept, body, match }): Rules {
    const profile = body.profile === null ? null : profileOf(body.profile);
    return kept.db.transaction(() => {
      const now = rulesOf(kept);
      const current = rulesJson(now);
      if (match !== current.version)
        throw new Refusal(
          'changed',
          'Somebody changed the house rules since they were shown to you. Nothing was changed. Look at them again.',
          { current },
        );
      keepSetting(kept, RULES, JSON.stringify({ profile, by: body.by.trim() }));
      return rulesJson(rulesOf(kept));
    });
  },
};
