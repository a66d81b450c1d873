import { memo, useEffect, useMemo, useState } from 'react';
import { type Span, textAt } from '../../../model/index.ts';
import type { ReportJson, ReportStatement } from '../../../server/index.ts';
import { cutMarks, type Mark } from '../../text/cut-marks.ts';
import { byRun, paragraphsOf } from '../../text/paragraphs.ts';
import { Pieces } from '../../text/pieces.tsx';
import { useNear } from '../../text/use-near.ts';
import { shown } from '../../words/codes.ts';
import { marksOf } from './statement-marks.ts';

interface Props {
  readonly report: ReportJson;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  /** A place that another page leads to. */
  readonly place?: Span | undefined;
}

/** Paragraphs that are marked together once they are near. */
const TOGETHER = 6;
const FIRST = 2;

/** The text of a report with everything that was found in it. What is far from the eye stands as plain words until it is near. */
export function ReportText({ report, chosen, onChoose, place }: Props) {
  const paragraphs = useMemo(() => paragraphsOf(report.text), [report.text]);
  const marks = useMemo(
    () =>
      byRun(paragraphs, [
        ...marksOf(report),
        ...(place === undefined ? [] : [{ at: place, part: 'found', of: 'place', depth: 0 } as const]),
      ]),
    [paragraphs, report, place],
  );
  const byId = useMemo(() => new Map(report.statements.map((statement) => [statement.id, statement])), [report.statements]);
  const names = useMemo(() => new Map(report.speakers.map(({ id, name, role }) => [id, name ?? role ?? 'unnamed'])), [report.speakers]);
  const at = place?.[0] ?? (chosen === null ? undefined : (byId.get(chosen)?.content[0]?.[0] ?? byId.get(chosen)?.source[0]?.[0]));
  const groups = useMemo(
    () => Array.from({ length: Math.ceil(paragraphs.length / TOGETHER) }, (_, i) => paragraphs.slice(i * TOGETHER, (i + 1) * TOGETHER)),
    [paragraphs],
  );
  const whole = useWhole(at !== undefined && at >= (groups[FIRST]?.[0]?.[0] ?? 0));
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the number of each statement is a link that does the same by key
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div
      className="report-text"
      onClick={(event) => {
        if (!(event.target instanceof Element) || window.getSelection()?.isCollapsed === false) return;
        const of = event.target.closest<HTMLElement>('mark[data-of]')?.dataset.of;
        if (of !== undefined && byId.has(of)) onChoose(of);
      }}
    >
      {(whole ? groups : groups.slice(0, FIRST)).map((group, i) => {
        const from = group[0]![0];
        const to = group.at(-1)![1];
        const holds = at !== undefined && from <= at && at < to;
        return (
          <Group
            key={from}
            text={report.text}
            paragraphs={group}
            marks={marks.slice(i * TOGETHER, (i + 1) * TOGETHER)}
            byId={byId}
            names={names}
            chosen={chosen !== null && reaches(byId.get(chosen), from, to) ? chosen : null}
            at={i < FIRST || holds}
            onChoose={onChoose}
          />
        );
      })}
    </div>
  );
}

/** False until the first paint, unless what is led to stands further down: the beginning is there to read while the rest is made. */
function useWhole(at: boolean): boolean {
  const [whole, setWhole] = useState(at);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setTimeout(() => setWhole(true)));
    return () => cancelAnimationFrame(frame);
  }, []);
  return whole || at;
}

const reaches = (statement: ReportStatement | undefined, from: number, to: number): boolean =>
  statement !== undefined && [...statement.content, ...statement.source, ...statement.cue].some((span) => span[0] < to && span[1] > from);

interface GroupProps {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly marks: readonly Mark[][];
  readonly byId: ReadonlyMap<string, ReportStatement>;
  readonly names: ReadonlyMap<string, string>;
  readonly chosen: string | null;
  readonly at: boolean;
  readonly onChoose: (id: string) => void;
}

const sameGroup = (a: GroupProps, b: GroupProps): boolean =>
  a.text === b.text && a.byId === b.byId && a.chosen === b.chosen && a.at === b.at && a.marks.every((list, i) => list === b.marks[i]);

const Group = memo(function Group({ text, paragraphs, marks, byId, names, chosen, at, onChoose }: GroupProps) {
  const { element, near } = useNear(at);
  const look = ({ of, part, depth }: Mark) => {
    const statement = byId.get(of);
    const state = statement?.standing.state ?? '';
    const className = `${state} ${depth > 0 ? `d${Math.min(2, depth)}` : ''} ${of === chosen ? 'chosen' : ''}`;
    if (part === 'missed') return { className, say: 'no statement was found for these words' };
    if (statement === undefined) return { className };
    const who = names.get(statement.speaker ?? '') ?? 'nobody named';
    const number = of.replace(/^[sa]/, '');
    const told = depth > 0 ? `, told within statement ${statement.within?.replace(/^[sa]/, '')}` : '';
    return {
      className,
      say:
        part === 'content' ? `statement ${number} of ${who}${told}` : `${part === 'cue' ? 'word of saying' : part} of statement ${number}`,
    };
  };
  const before = ({ of, part, at: span }: Mark) => {
    const statement = byId.get(of);
    if (part !== 'content' || statement === undefined || span[0] !== statement.content[0]?.[0]) return null;
    return <Anchor statement={statement} who={names.get(statement.speaker ?? '')} current={of === chosen} onChoose={onChoose} />;
  };
  return (
    <div ref={element} className="text-group">
      {paragraphs.map((span, i) => (
        <p key={span[0]} data-from={span[0]} dir="auto">
          {near && marks[i]!.length > 0 ? (
            <Pieces text={text} pieces={cutMarks(span, marks[i]!)} look={look} before={before} />
          ) : (
            textAt(text, span)
          )}
        </p>
      ))}
    </div>
  );
}, sameGroup);

interface AnchorProps {
  readonly statement: ReportStatement;
  readonly who: string | undefined;
  readonly current: boolean;
  readonly onChoose: (id: string) => void;
}

/** The number of a statement, where its words begin: leads to its card. */
function Anchor({ statement: { id, act, standing, added }, who, current, onChoose }: AnchorProps) {
  const number = id.replace(/^[sa]/, '');
  return (
    <a
      href={`?s=${id}`}
      className={`anchor ${standing.state}`}
      aria-current={current ? 'true' : undefined}
      aria-label={`Statement ${number}: ${who ?? 'nobody named'} ${act === null ? '' : shown('act', act)}; ${standing.state === 'open' ? 'suggestion' : standing.state}. To its card`}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        event.stopPropagation();
        onChoose(id);
      }}
    >
      {added ? `+${number}` : number}
    </a>
  );
}
