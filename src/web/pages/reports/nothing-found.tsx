import { Link } from '../../address/link.tsx';
import { Empty } from '../../parts/states.tsx';
import { useSession } from '../../session/session.tsx';

/** Where a list has no rows: whether the case is empty or the search too narrow, and what to do. */
export function NothingFound({ q, what }: { readonly q: string; readonly what: string }) {
  const { case: opened } = useSession();
  if (q !== '')
    return (
      <Empty icon="search" title={`No ${what} match this search`}>
        <p>
          Take a word or a field out, or end a word with * to find all that begin so. Fields: speaker, accused, content, publisher, title,
          wrong, status, grade, channel, act, reviewed, date.
        </p>
        <Link className="button" to="/reports">
          Show all
        </Link>
      </Empty>
    );
  return (
    <Empty icon="reports" title="There are no reports in this case yet">
      <p>
        {opened.readOnly
          ? 'This case can only be read. Serve it without --read-only to add reports.'
          : 'Drop files or a folder onto this window, or use “Add reports”. Text, saved pages, PDF, mail, feeds, tables and web archives are read.'}
      </p>
    </Empty>
  );
}
