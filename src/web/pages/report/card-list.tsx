import { memo, useEffect, useMemo, useRef } from 'react';
import type { ReportJson, ReportStatement } from '../../../server/index.ts';
import { showInBox } from '../../parts/show-in-box.ts';
import { Empty } from '../../parts/states.tsx';
import { useNear } from '../../text/use-near.ts';
import { StatementCard } from './statement-card.tsx';
import { depthsOf } from './statement-marks.ts';

interface Props {
  readonly report: ReportJson;
  readonly chosen: string | null;
  readonly form: string | null;
  readonly onChoose: (id: string | null) => void;
}

const TOGETHER = 6;
/** About how high a card is, in pixels; right enough for a bar that one drags. */
const HEIGHT = 128;

/** A card for each statement; those far from the eye are made once they are near. */
export function CardList({ report, chosen, form, onChoose }: Props) {
  const depths = useMemo(() => depthsOf(report.statements), [report.statements]);
  const groups = useMemo(
    () =>
      Array.from({ length: Math.ceil(report.statements.length / TOGETHER) }, (_, i) =>
        report.statements.slice(i * TOGETHER, (i + 1) * TOGETHER),
      ),
    [report.statements],
  );
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const card = chosen === null ? null : list.current?.querySelector<HTMLElement>(`#card-${CSS.escape(chosen)}`);
    const body = list.current?.parentElement;
    if (card != null && body != null) showInBox(body, card);
  }, [chosen]);
  if (groups.length === 0)
    return (
      <Empty icon="info" title="No statement was found">
        <p>Where somebody says something all the same, select the words in the text and add them as a statement.</p>
      </Empty>
    );
  return (
    <div className="card-list" ref={list}>
      {groups.map((group, i) => (
        <CardGroup
          key={group[0]!.id}
          group={group}
          report={report}
          depths={depths}
          chosen={group.some(({ id }) => id === chosen) ? chosen : null}
          form={form}
          first={i === 0}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

interface GroupProps extends Props {
  readonly group: readonly ReportStatement[];
  readonly depths: ReadonlyMap<string, number>;
  readonly first: boolean;
}

const CardGroup = memo(function CardGroup({ group, report, depths, chosen, form, first, onChoose }: GroupProps) {
  const { element, near } = useNear(first || chosen !== null, '800px');
  return (
    <div ref={element} className="card-group" style={near ? undefined : { minHeight: group.length * HEIGHT }}>
      {near &&
        group.map((statement) => (
          <StatementCard
            key={statement.id}
            statement={statement}
            report={report}
            depth={depths.get(statement.id) ?? 0}
            chosen={statement.id === chosen}
            form={statement.id === chosen ? form : null}
            onChoose={onChoose}
          />
        ))}
    </div>
  );
});
