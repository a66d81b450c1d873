import { useCallback, useState } from 'react';
import type { ReportList, Session, Vocabulary } from '../../../server/index.ts';
import { addressOf, patch } from '../../address/address.ts';
import { ask } from '../../ask/ask.ts';
import { Trouble } from '../../ask/trouble.ts';
import { useAnswer } from '../../ask/use-answer.ts';
import { Button } from '../../parts/button.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Hint, Loading, ProblemNote } from '../../parts/states.tsx';
import { useSession, useVocabulary } from '../../session/session.tsx';
import type { PageProps } from '../../shell/pages.ts';
import { counted } from '../../words/counts.ts';
import { commandOf } from './command.ts';
import { FormatChoice, tableOf } from './format-choice.tsx';

type Format = Vocabulary['formats'][number];

/** The reports of a search as a file, in each format that `hearsay export` has. */
export function Export({ query }: PageProps) {
  const { case: opened } = useSession();
  const formats = useVocabulary()?.formats;
  const q = query.get('q') ?? '';
  const { data, trouble, again, former } = useAnswer<ReportList>(addressOf('/api/reports', { q, limit: 1 }));
  const search = useCallback((text: string) => patch({ q: text }, { replace: true }), []);
  const format = formats?.find(({ name }) => name === query.get('format')) ?? formats?.[0];
  const understood = former ? undefined : data?.query;
  // Nothing at all is left of what was typed: not the whole case is meant.
  const lost = understood !== undefined && understood.repairs.length > 0 && understood.understood === '';
  return (
    <div className="page export-page">
      <PageHead
        title="Export"
        lead="Reports with all that was found in them and decided about them, as a file for other tools. It is made on this machine and goes nowhere."
      />
      <div className="tools">
        <SearchBox label="Which reports" hint="Which reports: words or fields; empty for all" value={q} onChange={search} />
      </div>
      {understood !== undefined && understood.repairs.length > 0 && (
        <Hint tone="warn">
          {understood.repairs.map(({ message }) => message).join(' ')} Read as{' '}
          <span className="mono">{understood.understood || 'nothing'}</span>
        </Hint>
      )}
      {trouble !== undefined && <ProblemNote trouble={trouble} again={again} />}
      {format === undefined || data === undefined ? (
        trouble === undefined && <Loading what="Looking for reports" rows={6} />
      ) : (
        <div className={`stack ${former ? 'former' : ''}`}>
          <FormatChoice formats={formats!} format={format} query={query} />
          <Take format={format} query={query} q={q} total={data.total} lost={lost} caseName={opened.name} />
        </div>
      )}
    </div>
  );
}

interface TakeProps {
  readonly format: Format;
  readonly query: URLSearchParams;
  readonly q: string;
  readonly total: number;
  readonly lost: boolean;
  readonly caseName: string;
}

function Take({ format, query, q, total, lost, caseName }: TakeProps) {
  const [trouble, setTrouble] = useState<Trouble>();
  const table = tableOf(format, query) ?? null;
  const bom = format.bom && query.get('bom') === 'yes' ? 'yes' : null;
  const take = async () => {
    setTrouble(undefined);
    try {
      // A download cannot tell why it failed: ask first whether the server is there and knows this window.
      await ask<Session>('/api/session');
      const link = document.createElement('a');
      link.href = addressOf('/api/export', { format: format.name, table, bom, q });
      link.download = '';
      link.click();
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      setTrouble(error);
    }
  };
  return (
    <section className="panel stack take" aria-label="File">
      {lost ? (
        <p>Nothing is left of this search, so nothing is exported. Take a word or a field out, or leave it empty for all reports.</p>
      ) : total === 0 ? (
        <p>No report matches. Take a word or a field out.</p>
      ) : (
        <div className="acts">
          <Button tone="primary" icon="export" onClick={take}>
            Save {counted(total, 'report')} as {format.name === 'csv' ? `CSV: ${table}` : format.name.toUpperCase()}
          </Button>
        </div>
      )}
      {trouble !== undefined && <ProblemNote trouble={trouble} />}
      <p className="small muted">The same on a command line, for scripts:</p>
      <pre className="mono command">
        {commandOf({ caseName, format: format.name, table, bom: bom !== null, q, extension: format.extension })}
      </pre>
    </section>
  );
}
