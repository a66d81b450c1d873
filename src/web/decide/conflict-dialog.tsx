import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { dropConflict, useConflicts } from './conflicts.ts';
import { DecisionLine } from './decision-line.tsx';
import { send } from './outbox.ts';

/** Somebody else decided first: shows what they did, and lets the later one choose. Nothing was written, nothing typed is lost. */
export function Conflicts() {
  const [conflict] = useConflicts();
  if (conflict === undefined) return null;
  const { outgoing, message, version, decisions } = conflict;
  const leave = () => dropConflict(outgoing.id);
  const again = () => {
    leave();
    if (version !== undefined) void send({ ...outgoing, version });
  };
  return (
    <Dialog key={outgoing.id} title="Somebody else decided meanwhile" onClose={leave}>
      <p>{message}</p>
      {decisions.length > 0 && (
        <ul className="cards">
          {decisions.map((decision) => (
            <li key={decision.number} className="row">
              <DecisionLine decision={decision} />
            </li>
          ))}
        </ul>
      )}
      <p className="muted">You wanted: {outgoing.words}. What you typed is still there.</p>
      <div className="acts">
        <Button onClick={leave}>Leave theirs</Button>
        {version !== undefined && (
          <Button tone="primary" onClick={again}>
            Decide all the same
          </Button>
        )}
      </div>
    </Dialog>
  );
}
