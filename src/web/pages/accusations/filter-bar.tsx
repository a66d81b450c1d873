import { patch } from '../../address/address.ts';
import { Link } from '../../address/link.tsx';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { DayRange } from '../../parts/day-range.tsx';
import { type CodeKind, codesOf, shown } from '../../words/codes.ts';
import { isNarrowed, withoutFilter } from './filter.ts';

interface Props {
  readonly query: URLSearchParams;
  readonly places: readonly { readonly value: string; readonly count: number }[];
  readonly speakerName: string | undefined;
}

const options = (kind: CodeKind, all: string) => [['', all] as const, ...codesOf(kind).map((code) => [code, shown(kind, code)] as const)];

/** Narrows accusations down: by wrong, status, grade, place, date, and whether people decided. */
export function FilterBar({ query, places, speakerName }: Props) {
  const value = (name: string) => query.get(name) ?? '';
  const set = (name: string) => (to: string) => patch({ [name]: to, accuser: null, accused: null }, { replace: true });
  return (
    <div className="tools filters">
      <Choice quiet label="Wrong" value={value('wrong')} options={options('wrong', 'every wrong')} onChange={set('wrong')} />
      <Choice quiet label="Status" value={value('status')} options={options('status', 'every status')} onChange={set('status')} />
      <Choice quiet label="Grade of the accuser" value={value('grade')} options={options('grade', 'every grade')} onChange={set('grade')} />
      <Choice
        quiet
        label="Place"
        value={value('place')}
        options={[
          ['', 'every place'],
          ...places.map(({ value: place, count }) => [place, `${place} (${count})`] as const),
          ...(value('place') !== '' && !places.some(({ value: place }) => place === value('place'))
            ? [[value('place'), value('place')] as const]
            : []),
        ]}
        onChange={set('place')}
      />
      <Choice
        quiet
        label="Decided"
        value={value('reviewed')}
        options={[
          ['', 'decided or not'],
          ['yes', 'decided by people'],
          ['no', 'suggestions only'],
        ]}
        onChange={set('reviewed')}
      />
      <DayRange query={query} onChange={(name, to) => set(name)(to)} />
      {query.has('speaker') && (
        <Button icon="cross" onClick={() => set('speaker')('')}>
          Only {speakerName ?? 'one speaker'}
        </Button>
      )}
      {isNarrowed(query) && (
        <Link className="small" to={withoutFilter(query)}>
          Clear
        </Link>
      )}
    </div>
  );
}
