import type { ShareRow } from '../../../server/index.ts';
import { counted, percent } from '../../words/counts.ts';
import { VOICES } from './voices.ts';

/** The shares of one row as a bar; each part has a pattern of its own beside its colour, and all numbers stand beside it. */
export const VoiceBar = ({ row }: { readonly row: ShareRow }) => (
  <div className="voices-bar" aria-hidden="true">
    {VOICES.filter(({ voice }) => row[voice] > 0).map(({ voice, words }) => (
      <span
        key={voice}
        className={`v-${voice}`}
        style={{ flexGrow: row[voice] }}
        title={`${words}: ${counted(row[voice], 'statement')}, ${percent(row[voice], row.statements)}`}
      />
    ))}
  </div>
);

/** What the patterns mean. */
export const VoiceLegend = ({ all }: { readonly all: ShareRow }) => (
  <ul className="voice-legend">
    {VOICES.map(({ voice, words, meaning }) => (
      <li key={voice}>
        <span className={`swatch v-${voice}`} aria-hidden="true" />
        <span>
          <b>
            {percent(all[voice], all.statements)} {words}
          </b>
          <span className="muted small">{meaning}</span>
        </span>
      </li>
    ))}
  </ul>
);
