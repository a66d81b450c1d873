import type { Rules } from '../../../server/index.ts';
import { useAnswer } from '../../ask/use-answer.ts';
import { Loading, ProblemNote } from '../../parts/states.tsx';
import { caseNow } from '../../session/case-now.ts';
import { useDraft } from '../../session/draft.ts';
import { RuleEditor } from './rule-editor.tsx';

/** A text on its way, with the rules that it was begun from: those of others that come in meanwhile are told, not put in its place. */
interface Draft {
  readonly begun: Rules;
  readonly text: string;
}

/** A profile as it stands in a file, as `hearsay check --print-rules` prints it. */
const fileOf = ({ profile }: Rules): string => `${JSON.stringify(profile, null, 2)}\n`;

/** The rule file: read, changed and put back. */
export function RuleFile() {
  const { data, trouble, again } = useAnswer<Rules>('/api/rules');
  const [kept, keep, letGo] = useDraft(`${caseNow()} house-rules`);
  if (data === undefined)
    return trouble === undefined ? <Loading what="Opening the rules" rows={8} /> : <ProblemNote trouble={trouble} again={again} />;
  const draft: Draft | undefined = kept === '' ? undefined : JSON.parse(kept);
  const begun = draft?.begun ?? data;
  const file = fileOf(begun);
  const put = (text: string, from: Rules) =>
    text === fileOf(from) ? letGo() : keep(JSON.stringify({ begun: from, text } satisfies Draft));
  const text = draft?.text ?? file;
  return (
    <RuleEditor
      begun={begun}
      now={data}
      text={text}
      changed={text !== file}
      theirs={data.version === begun.version ? undefined : fileOf(data)}
      onText={(next) => put(next, begun)}
      onOver={() => put(text, data)}
      onLetGo={letGo}
    />
  );
}
