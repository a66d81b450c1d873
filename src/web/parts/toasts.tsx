import { Button } from './button.tsx';
import { dropToast, useToasts } from './toast.ts';

/** Short words about what was done, at the edge of the window; read out as they come. */
export const Toasts = () => (
  <div className="toasts" role="status" aria-live="polite">
    {useToasts().map(({ id, words, tone, act }) => (
      <div key={id} className={`toast ${tone}`}>
        <span>{words}</span>
        {act !== undefined && (
          <Button
            onClick={() => {
              dropToast(id);
              act.do();
            }}
          >
            {act.label}
          </Button>
        )}
        <Button tone="quiet" icon="cross" label="Put away" onClick={() => dropToast(id)} />
      </div>
    ))}
  </div>
);
