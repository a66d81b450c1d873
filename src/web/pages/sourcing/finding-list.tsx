import { useEffect, useState } from 'react';
import type { Findings, JobJson, Shares } from '../../../server/index.ts';
import { addressOf, patch } from '../../address/address.ts';
import { Link } from '../../address/link.tsx';
import { ask } from '../../ask/ask.ts';
import { onJob } from '../../ask/events.ts';
import { Trouble } from '../../ask/trouble.ts';
import { useAnswer } from '../../ask/use-answer.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { ListLinks } from '../../parts/list-links.tsx';
import { MoreRows, rowsAsked } from '../../parts/more-rows.tsx';
import { Empty, Loading, ProblemNote } from '../../parts/states.tsx';
import { toast } from '../../parts/toast.ts';
import { useRows } from '../../parts/use-rows.ts';
import { count, counted } from '../../words/counts.ts';
import { dateInWords } from '../../words/dates.ts';

/** Places that do not meet the house rules, each with a link to it. */
export function FindingList({ query }: { readonly query: URLSearchParams }) {
  const rule = query.get('rule') ?? '';
  const publisher = query.get('publisher') ?? '';
  const limit = rowsAsked(query);
  const narrow = { rule, publisher };
  const { data, trouble, again, former } = useAnswer<Findings>(addressOf('/api/sourcing/findings', { ...narrow, limit }));
  const { data: shares } = useAnswer<Shares>('/api/sourcing?by=publisher&limit=1000');
  // What was found stands in no log: the end of the check tells that there is more.
  useEffect(() => onJob(({ kind, ended }: JobJson) => kind === 'check' && ended !== null && again()), [again]);
  if (data === undefined)
    return trouble === undefined ? <Loading what="Looking for places" rows={8} /> : <ProblemNote trouble={trouble} again={again} />;
  const publishers = (shares?.items ?? []).flatMap((row) => (row.publisher ? [[row.publisher, row.publisher] as const] : []));
  return (
    <div className={`stack view ${former ? 'former' : ''}`} aria-busy={former}>
      {data.unchecked > 0 && <Unchecked findings={data} />}
      {data.checked > 0 && (
        <>
          <RuleSums findings={data} rule={rule} />
          <div className="found-line">
            <span>
              {counted(data.total, 'place')} not meeting {rule === '' ? `a rule of “${data.profile}”` : `rule ${rule} of “${data.profile}”`}
              , in {counted(data.checked, 'report')} checked
            </span>
            <span className="acts">
              {publishers.length > 1 && (
                <Choice
                  quiet
                  label="Publisher"
                  value={publisher}
                  options={[['', 'every publisher'], ...publishers]}
                  onChange={(value) => patch({ publisher: value, n: null })}
                />
              )}
              <ListLinks csv={addressOf('/api/sourcing/findings.csv', narrow)} />
            </span>
          </div>
          {data.items.length === 0 ? (
            <Empty icon="check" title={rule === '' && publisher === '' ? 'Every report meets every rule' : 'No place matches'}>
              <p>As far as the reports were read.</p>
            </Empty>
          ) : (
            <Places findings={data} />
          )}
          <MoreRows list={data} limit={limit} />
        </>
      )}
    </div>
  );
}

/** How many places each rule lists; those that are met everywhere stand folded. */
function RuleSums({ findings: { byRule }, rule }: { readonly findings: Findings; readonly rule: string }) {
  const sum = ({ rule: id, wording, findings, reports }: Findings['byRule'][number]) => (
    <li key={id}>
      <button
        type="button"
        className="rule-sum"
        aria-pressed={rule === id}
        onClick={() => patch({ rule: rule === id ? null : id, n: null })}
      >
        <span className="rule-count">{findings === 0 ? '–' : count(findings)}</span>
        <span>
          <b>{id}</b> {wording}
          <span className="muted small">
            {findings === 0 ? 'met everywhere' : `${counted(findings, 'place')} in ${counted(reports, 'report')}`}
          </span>
        </span>
      </button>
    </li>
  );
  const met = byRule.filter(({ findings }) => findings === 0);
  return (
    <>
      <ol className="rule-sums">{byRule.filter(({ findings, rule: id }) => findings > 0 || id === rule).map(sum)}</ol>
      {met.length > 0 && (
        <details className="met">
          <summary>{counted(met.length, 'rule')} met everywhere</summary>
          <ol className="rule-sums">{met.map(sum)}</ol>
        </details>
      )}
    </>
  );
}

function Places({ findings: { items, byRule } }: { readonly findings: Findings }) {
  const wordings = new Map(byRule.map(({ rule, wording }) => [rule, wording]));
  const { list, at } = useRows('Places', items.length);
  return (
    <ol className="cards" ref={list}>
      {items.map(({ report, rule, at: span, line, words, message }, i) => (
        <li key={`${report.ref} ${rule} ${span.join('-')}`} className={`row finding ${i === at ? 'at' : ''}`} data-row>
          <p>
            <b className="rule-id">{rule}</b> {wordings.get(rule) ?? message}
          </p>
          <p className="quote" dir="auto">
            {words}
          </p>
          <p className="meta">
            <Link to={addressOf(`/reports/${report.ref}`, { pane: 'rules', at: span.join('-') })}>
              <bdi>{report.title ?? report.ref}</bdi>, line {line}
            </Link>
            <span dir="auto">{report.publisher ?? 'publisher not known'}</span>
            <span>{dateInWords(report.published)}</span>
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Reports that nobody has held against these rules yet, and the way to do it. */
function Unchecked({ findings: { unchecked, checked, profile } }: { readonly findings: Findings }) {
  const [asking, setAsking] = useState(false);
  useEffect(() => onJob(({ kind, ended }) => kind === 'check' && setAsking(ended === null)), []);
  const check = async () => {
    setAsking(true);
    try {
      await ask('/api/jobs', { method: 'POST', body: { kind: 'check' } });
    } catch (error) {
      setAsking(false);
      if (error instanceof Trouble) toast(error.message, 'wrong');
    }
  };
  const words = `${counted(unchecked, 'report')} ${unchecked === 1 ? 'was' : 'were'} not held against the rules “${profile}” yet`;
  const button = (
    <Button tone={checked === 0 ? 'primary' : 'plain'} icon="sourcing" onClick={check} disabled={asking}>
      {asking ? 'Checking …' : 'Check them now'}
    </Button>
  );
  if (checked > 0)
    return (
      <div className="banner">
        <p>{words}; what they miss is not listed here.</p>
        {button}
      </div>
    );
  return (
    <Empty icon="sourcing" title="Not checked yet">
      <p>{words}. Each is read again for that; it takes about a second a report and can be stopped.</p>
      {button}
    </Empty>
  );
}
