import { useEffect, useState } from 'react';
import { go, useAddress } from '../address/address.ts';
import { Button } from '../parts/button.tsx';
import { keep, kept } from '../session/keep.ts';
import { useSession } from '../session/session.tsx';
import { STEPS } from './steps.ts';

const SEEN = 'hearsay:tour-seen';

/** A short way through the example story, a page a step; where it stands is told by the address. */
export function Tour() {
  const { case: opened } = useSession();
  const { query } = useAddress();
  const [offered, setOffered] = useState(() => opened.example && kept(SEEN) === null && query.get('tour') === null);
  const at = query.get('tour') === null ? undefined : Number(query.get('tour'));
  const step = at === undefined ? undefined : STEPS[at - 1];
  useEffect(() => {
    if (step !== undefined) document.querySelector(step.target)?.scrollIntoView({ block: 'nearest' });
  }, [step]);
  const to = (n: number) => {
    const next = STEPS[n - 1];
    if (next !== undefined) go(`${next.to}${next.to.includes('?') ? '&' : '?'}tour=${n}`);
  };
  const end = () => {
    keep(SEEN, 'yes');
    setOffered(false);
    if (at !== undefined) {
      const rest = new URLSearchParams(window.location.search);
      rest.delete('tour');
      go(window.location.pathname + (rest.size === 0 ? '' : `?${rest}`), { replace: true });
    }
  };
  if (step === undefined && !offered) return null;
  if (step === undefined)
    return (
      <aside className="tour" aria-label="Tour">
        <h2>The fire at Lenn</h2>
        <p>
          An invented story in fourteen reports: two governments accuse each other, and most outlets pass on what one agency heard. A tour
          of {STEPS.length} steps shows what Hearsay makes of it.
        </p>
        <footer>
          <Button tone="quiet" onClick={end}>
            No, thank you
          </Button>
          <Button tone="primary" onClick={() => to(1)}>
            Show me
          </Button>
        </footer>
      </aside>
    );
  return (
    <aside className="tour" aria-label="Tour" aria-live="polite">
      <h2>
        {step.title}
        <small>
          {at} of {STEPS.length}
        </small>
      </h2>
      <p>{step.words}</p>
      <footer>
        <Button tone="quiet" onClick={end}>
          End the tour
        </Button>
        <span className="acts">
          {at! > 1 && <Button onClick={() => to(at! - 1)}>Back</Button>}
          {at! < STEPS.length ? (
            <Button tone="primary" onClick={() => to(at! + 1)}>
              Next
            </Button>
          ) : (
            <Button tone="primary" onClick={end}>
              Done
            </Button>
          )}
        </span>
      </footer>
    </aside>
  );
}
