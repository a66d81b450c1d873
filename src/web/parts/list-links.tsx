import { addressOf } from '../address/address.ts';
import { Link } from '../address/link.tsx';
import { Icon } from './icon.tsx';

interface Props {
  /** Where the same list is as CSV. */
  readonly csv?: string;
  /** The search whose reports are exported; empty for all. Not given where none says the same as the list. */
  readonly q?: string;
  readonly children?: React.ReactNode;
}

/** What a list can be taken away as: the list itself as a table, and its reports in every format of `hearsay export`. */
export const ListLinks = ({ csv, q, children }: Props) => (
  <span className="list-links">
    {children}
    {csv !== undefined && (
      <a href={csv} download>
        This list as CSV
      </a>
    )}
    {q !== undefined && (
      <Link to={addressOf('/export', { q })}>
        <Icon name="export" size={14} />
        Export reports
      </Link>
    )}
  </span>
);
