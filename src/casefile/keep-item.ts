import type { Analysis, Article, ArticleItem, Item, Part, Received } from '../model/index.ts';
import type { Case } from './case.ts';
import { faultOf } from './check-analysis.ts';
import { keepAnalysis, type ReadyAnalysis } from './keep-analysis.ts';
import { articleOfItem, type Container, type KeptArticle, keepArticle, type Origin, sameArticle, withFreeId } from './keep-article.ts';
import { hasLeftover, keepLeftover } from './keep-leftover.ts';

/** What became of one thing, or of one part of it. */
export type Added = { readonly from: string; readonly part?: Part } & (
  | { readonly kind: 'report'; readonly article: KeptArticle; readonly title: string | undefined; readonly analysis: Analysis }
  /** It is in the case already, whole: nothing was added. */
  | { readonly kind: 'known'; readonly at: string; readonly origin: string; readonly reports: number }
  /** The same report came in with something else: what is new is where it was found. */
  | { readonly kind: 'duplicate'; readonly article: KeptArticle }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'told'; readonly code: string; readonly message: string }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string }
  /** All of one thing is through. */
  | { readonly kind: 'done' }
);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The case while things are added to it. */
export interface Desk extends Case {
  /** Told of each analysis that was kept, with its number. */
  readonly remember: (number: number, analysis: Analysis) => void;
}

/** One item on its way into the case. */
export interface ItemStep {
  readonly received: Received;
  readonly item: Item;
  /** 1 for the first of its thing. */
  readonly index: number;
  /** True if its bytes stand in the received thing where it says. */
  readonly holds: boolean;
}

/** What came of reading an item; undefined for one that needed none. */
export type Outcome = ReadyAnalysis | { readonly error: unknown } | undefined;

/** What a leftover is to whoever added it. */
function saidOf(
  item: Exclude<Item, ArticleItem>,
): Pick<Added & { kind: 'link' }, 'kind' | 'url'> | Pick<Added & { kind: 'told' | 'failed' }, 'kind' | 'code' | 'message'> {
  if (item.kind === 'link') return { kind: 'link', url: item.url };
  if (item.kind === 'failure') return { kind: 'failed', code: item.code, message: item.message };
  if (item.kind === 'notice') return { kind: 'told', code: item.notice.code, message: item.notice.message };
  return { kind: 'told', code: `signature-${item.status}`, message: item.because.join('; ') };
}

/** Notices of a report in which there was nothing to read: it is kept, and counts as failed. */
const UNREAD: ReadonlySet<string> = new Set(['empty-text', 'binary-bytes', 'no-text-layer']);

/** Keeps one item of a thing; gives what there is to say of it. */
export function keepItem(kept: Desk, step: ItemStep, received: number, outcome: Outcome): Added | undefined {
  const { item, index, holds } = step;
  const { from, hash } = step.received;
  const origin = { received, item: index };
  const part = 'part' in item ? item.part : undefined;
  const place = { from, ...(part && { part }) };
  if (item.kind === 'article') return { ...place, ...keepReport(kept, item, origin, { hash, holds }, outcome) };
  if (hasLeftover(kept, origin)) return undefined;
  keepLeftover(kept, origin, item);
  return { ...place, ...saidOf(item) };
}

/** Without what stands beside every outcome. */
type Result = Added extends infer A ? (A extends Added ? Omit<A, 'from' | 'part'> & Pick<A, 'kind'> : never) : never;

/** Keeps a report and its analysis together, or as much of it as there is. */
function keepReport(kept: Desk, item: ArticleItem, origin: Origin, container: Container, outcome: Outcome): Result {
  const { article } = item;
  const analysis = outcome !== undefined && 'analysis' in outcome ? outcome.analysis : undefined;
  const fault = item.analysis === undefined || analysis === undefined ? undefined : faultOf(analysis, article.text.length);
  if (fault !== undefined) {
    const failure = {
      kind: 'failure',
      code: 'unreadable-line',
      message: `The analysis does not hold against its text: ${fault}.`,
    } as const;
    if (!hasLeftover(kept, origin)) keepLeftover(kept, origin, item.part === undefined ? failure : { ...failure, part: item.part });
    return { ...failure, kind: 'failed' };
  }
  return kept.db.transaction(() => {
    const there = articleOfItem(kept, origin);
    const twin = there ?? sameArticle(kept, article);
    const own = twin === undefined ? withFreeId(kept, article) : undefined;
    const target = twin ?? keepArticle(kept, { ...item, article: own! }, origin, container);
    const added =
      analysis === undefined ? undefined : keepAnalysis(kept, target.number, under(analysis, target.id, own), outcome as ReadyAnalysis);
    if (twin !== undefined && there === undefined && !hasLeftover(kept, origin)) {
      const {
        part,
        article: { captured },
      } = item;
      keepLeftover(kept, origin, {
        kind: 'duplicate',
        article: twin.number,
        id: twin.id,
        ...(part && { part }),
        ...(captured && { captured }),
      });
    }
    if (outcome !== undefined && 'error' in outcome) {
      return {
        kind: 'failed',
        code: 'not-read',
        message: `${messageOf(outcome.error)} (The report is kept; the same command reads it again.)`,
      };
    }
    if (added === undefined) return { kind: 'duplicate', article: target };
    const unread = analysis!.notices.find(({ code }) => UNREAD.has(code));
    if (unread !== undefined)
      return { kind: 'failed', code: unread.code, message: `${unread.message} (What was received is kept as r${target.number}.)` };
    return { kind: 'report', article: target, title: article.title, analysis: analysis! };
  });
}

/** The analysis under the id that its report has in this case. */
function under(analysis: Analysis, id: string, article: Article | undefined): Analysis {
  if (analysis.id === id) return analysis;
  const told = article?.notices.filter(({ code }) => code === 'duplicate-id') ?? [];
  return { ...analysis, id, notices: [...analysis.notices.filter(({ code }) => code !== 'duplicate-id'), ...told] };
}
