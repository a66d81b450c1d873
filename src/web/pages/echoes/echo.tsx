import { useState } from 'react';
import { textOf } from '../../../model/index.ts';
import type { ClusterJson } from '../../../server/index.ts';
import { Link } from '../../address/link.tsx';
import { useAnswer } from '../../ask/use-answer.ts';
import { DecisionLines } from '../../decide/decision-line.tsx';
import { NoteForm } from '../../decide/note-form.tsx';
import { useDecide } from '../../decide/use-decide.ts';
import { Button } from '../../parts/button.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Loading, ProblemNote } from '../../parts/states.tsx';
import { lazyPage } from '../../shell/lazy-page.tsx';
import type { PageProps } from '../../shell/pages.ts';
import { cutMarks, type Mark, sortMarks } from '../../text/cut-marks.ts';
import { Pieces } from '../../text/pieces.tsx';
import { counted } from '../../words/counts.ts';
import { Members } from './members.tsx';

const Tree = lazyPage(async () => ({ default: (await import('./tree.tsx')).Tree }));

/** One statement through all reports that tell it. */
export function Echo({ thing }: PageProps) {
  const { data: cluster, trouble, again } = useAnswer<ClusterJson>(`/api/echoes/${encodeURIComponent(thing)}`);
  const { may } = useDecide();
  const [noting, setNoting] = useState(false);
  if (cluster === undefined)
    return (
      <div className="page">
        {trouble === undefined ? (
          <Loading what="Opening the echo" rows={9} />
        ) : (
          <>
            <PageHead title={trouble.code === 'not-found' ? 'No such echo' : 'The echo cannot be shown'} />
            <ProblemNote trouble={trouble} again={again} />
            <p>
              <Link to="/echoes">To all echoes of the case</Link>
            </p>
          </>
        )}
      </div>
    );
  return (
    <div className="page echo-page">
      <p className="crumbs">
        <Link to="/echoes">Echoes</Link>
      </p>
      <PageHead
        title={`${cluster.speaker ?? 'An unnamed voice'}, told in ${counted(cluster.reports, 'report')}`}
        lead={
          <>
            {counted(cluster.firstVoices, 'first voice')}, {counted(cluster.echoes, 'echo', 'echoes')},{' '}
            {counted(cluster.independent, 'independent telling')}. The earliest: {cluster.certainty}.
          </>
        }
      >
        {may && (
          <Button icon="note" onClick={() => setNoting(!noting)} aria-expanded={noting}>
            Note
          </Button>
        )}
      </PageHead>
      <blockquote className="quote big" dir="auto">
        {cluster.words}
      </blockquote>
      {noting && <NoteForm thing={{ ref: cluster.id, version: cluster.version }} onClose={() => setNoting(false)} />}
      <DecisionLines decisions={cluster.decisions} />
      <section className="panel">
        <h2>As a tree over time</h2>
        <Tree cluster={cluster} />
      </section>
      {cluster.changed.length > 0 && <Changed cluster={cluster} />}
      <Members cluster={cluster} />
    </div>
  );
}

/** Quotations whose words were altered, each beside what it was. */
function Changed({ cluster }: { readonly cluster: ClusterJson }) {
  const where = (ref: string) => cluster.members.find((member) => member.ref === ref)?.report.publisher ?? ref;
  const marked = (text: string, spans: ClusterJson['changed'][number]['fromMarks']) => {
    const marks: Mark[] = sortMarks(spans.map((at) => ({ at, part: 'altered', of: '', depth: 0 })));
    return <Pieces text={text} pieces={cutMarks([0, text.length], marks)} look={() => ({ className: '', say: 'differs' })} />;
  };
  return (
    <section className="stack">
      <h2>Altered words</h2>
      {cluster.changed.map(({ from, to, fromText, toText, fromMarks, toMarks, because }) => (
        <div key={`${from} ${to}`} className="panel beside">
          <figure>
            <figcaption className="small muted">{where(to)} has</figcaption>
            <blockquote className="quote" dir="auto">
              {marked(toText, toMarks)}
            </blockquote>
          </figure>
          <figure>
            <figcaption className="small muted">{where(from)} has</figcaption>
            <blockquote className="quote" dir="auto">
              {marked(fromText, fromMarks)}
            </blockquote>
          </figure>
          <p className="small">
            {(fromMarks.length > 0 || toMarks.length > 0) && (
              <>
                “{textOf(toText, toMarks)}” against “{textOf(fromText, fromMarks)}”:{' '}
              </>
            )}
            {because.map(({ note }) => note).join('; ')}
          </p>
        </div>
      ))}
    </section>
  );
}
