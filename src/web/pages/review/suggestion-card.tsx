import { useMemo } from 'react';
import { type Span, textOf } from '../../../model/index.ts';
import type { Suggestion } from '../../../server/index.ts';
import { Link } from '../../address/link.tsx';
import { CorrectForm } from '../../decide/correct-form.tsx';
import { DecisionLines } from '../../decide/decision-line.tsx';
import { fieldsOfSuggestion } from '../../decide/fields.ts';
import { NoteForm } from '../../decide/note-form.tsx';
import { SignBar } from '../../decide/sign-bar.tsx';
import { useDecide } from '../../decide/use-decide.ts';
import { Button } from '../../parts/button.tsx';
import { Code, Facts, Grade, Standing, Sureness, Wrong } from '../../parts/facts.tsx';
import { cutMarks, type Mark, sortMarks } from '../../text/cut-marks.ts';
import { byRun, paragraphsOf } from '../../text/paragraphs.ts';
import { Pieces } from '../../text/pieces.tsx';
import { shown } from '../../words/codes.ts';
import { dateInWords } from '../../words/dates.ts';
import { voiceInWords } from '../../words/voices.ts';
import { statementAddress } from '../reports/statement-hits.tsx';

interface Props {
  readonly suggestion: Suggestion;
  readonly stage: string;
  readonly form: string | null;
  readonly onAccept: () => void;
  readonly onReject: () => void;
  readonly onForm: (name: string | null) => void;
}

/** The words of a suggestion's spans, which count in the whole report. */
export const wordsAt = ({ around: { text, at } }: Suggestion, spans: readonly Span[]): string =>
  textOf(
    text,
    spans.map(([from, to]) => [from - at[0], to - at[0]] as const),
  );

/** One suggestion in its paragraph: what it says, why it matters, and what can be decided. */
export function SuggestionCard({ suggestion, stage, form, onAccept, onReject, onForm }: Props) {
  const { may } = useDecide();
  const {
    ref,
    report,
    why,
    around,
    speaker,
    act,
    grade,
    channel,
    wrong,
    accused,
    allegations,
    confidence,
    standing,
    decisions,
    content,
    source,
  } = suggestion;
  const toggle = (name: string) => onForm(form === name ? null : name);
  return (
    <article className={`review-card ${standing.state}`} aria-label={`Suggestion ${ref}`}>
      <header>
        <div>
          <p className="small muted">
            <Link to={statementAddress(ref)} dir="auto">
              {report.title ?? 'Without a title'}
            </Link>
            {' · '}
            <span dir="auto">{report.publisher ?? 'publisher not known'}</span>
            {' · '}
            {dateInWords(report.published)}
          </p>
          <h2 dir="auto">
            {voiceInWords(speaker?.name, wordsAt(suggestion, source), speaker?.role)}
            <span className="act"> {act === null ? '' : shown('act', act)}</span>
          </h2>
          {speaker?.role != null && (
            <p className="role" dir="auto">
              {speaker.role}
            </p>
          )}
        </div>
        <Standing standing={standing} />
      </header>
      {why.length > 0 && (
        <ul className="why" aria-label="Why it comes first">
          {why.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <Around suggestion={suggestion} />
      <div className="review-facts">
        <Facts
          facts={[
            [
              'What was said',
              <span key="said" className="quote" dir="auto">
                {wordsAt(suggestion, content)}
              </span>,
            ],
            ...(wrong === null
              ? []
              : [
                  [
                    act === 'deny' ? 'Denies' : act === 'admit' ? 'Admits' : 'Alleges',
                    <span key="wrong" className="inline-facts">
                      <Wrong wrong={wrong} />{' '}
                      {accused !== null && (
                        <>
                          {act === 'deny' || act === 'admit' ? 'by' : 'against'} <b dir="auto">{accused}</b>
                        </>
                      )}
                      {allegations > 1 && <span className="muted"> and {allegations - 1} more</span>}
                    </span>,
                  ] as const,
                ]),
            [
              'Sourced',
              <span key="sourced" className="inline-facts">
                {grade !== null && <Grade grade={grade} />}
                {channel !== null && <Code kind="channel" code={channel} />}
              </span>,
            ],
            ['Reading', <Sureness key="sure" confidence={confidence} />],
          ]}
        />
      </div>
      {may && stage === 'first' && (
        <fieldset className="acts decide-bar" aria-label="Decide">
          <Button tone="good" icon="check" letter="a" onClick={onAccept}>
            Accept
          </Button>
          <Button tone="bad" icon="cross" letter="x" onClick={onReject}>
            Reject
          </Button>
          <Button icon="pencil" letter="e" aria-expanded={form === 'correct'} onClick={() => toggle('correct')}>
            Correct
          </Button>
          <Button icon="note" letter="n" aria-expanded={form === 'note'} onClick={() => toggle('note')}>
            Note
          </Button>
        </fieldset>
      )}
      {may && stage !== 'first' && <SignBar thing={suggestion} standing={standing} letters={stage === 'second'} />}
      {may && form === 'correct' && (
        <CorrectForm
          thing={suggestion}
          fields={fieldsOfSuggestion(suggestion)}
          text={around.text}
          offset={around.at[0]}
          onClose={() => onForm(null)}
        />
      )}
      {may && form === 'note' && <NoteForm thing={suggestion} onClose={() => onForm(null)} />}
      <DecisionLines decisions={decisions} />
    </article>
  );
}

/** The paragraphs that it stands in, marked. */
function Around({ suggestion: { around, source, cue, content, standing } }: { readonly suggestion: Suggestion }) {
  const paragraphs = useMemo(() => {
    const { text, at } = around;
    const runs = paragraphsOf(text);
    const marks: Mark[] = (
      [
        ['content', content],
        ['source', source],
        ['cue', cue],
      ] as const
    ).flatMap(([part, spans]) => spans.map(([from, to]) => ({ part, at: [from - at[0], to - at[0]] as const, of: part, depth: 0 })));
    return byRun(runs, sortMarks(marks)).map((list, i) => ({ run: runs[i]!, pieces: cutMarks(runs[i]!, sortMarks(list)) }));
  }, [around, source, cue, content]);
  const look = ({ part }: Mark) => ({
    className: standing.state,
    say: part === 'content' ? 'what was said' : part === 'cue' ? 'word of saying' : 'who speaks',
  });
  return (
    <blockquote className="around">
      {paragraphs.map(({ run, pieces }) => (
        <p key={run[0]} dir="auto">
          <Pieces text={around.text} pieces={pieces} look={look} />
        </p>
      ))}
    </blockquote>
  );
}
