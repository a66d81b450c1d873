import { memo } from 'react';
import { textOf } from '../../../model/index.ts';
import type { ReportJson, ReportStatement } from '../../../server/index.ts';
import { Code, Grade, Standing, Sureness, Wrong } from '../../parts/facts.tsx';
import { shown } from '../../words/codes.ts';
import { voiceInWords } from '../../words/voices.ts';
import { StatementDetail } from './statement-detail.tsx';

interface Props {
  readonly statement: ReportStatement;
  readonly report: ReportJson;
  readonly depth: number;
  readonly chosen: boolean;
  readonly form: string | null;
  readonly onChoose: (id: string | null) => void;
}

/** A statement in few words; the one that is chosen tells everything that is known of it. */
export const StatementCard = memo(function StatementCard({ statement, report, depth, chosen, form, onChoose }: Props) {
  const { id, ref, act, sourcing, allegations, confidence, standing, content, added } = statement;
  const speaker = report.speakers.find((one) => one.id === statement.speaker);
  const number = id.replace(/^[sa]/, '');
  const gravest = allegations[0];
  return (
    <article
      className={`statement-card ${standing.state} ${chosen ? 'chosen' : ''} d${Math.min(2, depth)}`}
      id={`card-${id}`}
      aria-current={chosen ? 'true' : undefined}
    >
      <header>
        <a
          href={`?s=${id}`}
          className={`anchor ${standing.state}`}
          aria-label={`Statement ${number}: ${chosen ? 'close' : 'show'}`}
          aria-expanded={chosen}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            onChoose(chosen ? null : id);
          }}
        >
          {added ? `+${number}` : number}
        </a>
        <h3 dir="auto">
          {voiceInWords(speaker?.name, textOf(report.text, statement.source), speaker?.role)}
          <span className="act"> {act === null ? '' : shown('act', act)}</span>
        </h3>
        <Standing standing={standing} added={added} />
      </header>
      {speaker?.role != null && (
        <p className="role" dir="auto">
          {speaker.role}
        </p>
      )}
      <p className="said" dir="auto">
        {textOf(report.text, content)}
      </p>
      <p className="meta">
        {gravest !== undefined && <Wrong wrong={gravest.wrong} />}
        {sourcing !== null && <Grade grade={sourcing.grade} />}
        {sourcing !== null && sourcing.channel !== 'unknown' && <Code kind="channel" code={sourcing.channel} />}
        {!added && <Sureness confidence={confidence} brief />}
      </p>
      {chosen && <StatementDetail key={ref} statement={statement} report={report} form={form} />}
    </article>
  );
});
