import { Fragment } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { setLettersOn, useLettersOn } from '../session/settings.ts';
import { keyGroups } from './keys.ts';

const ARROWS: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑' };

/** The page of keys: all that keys do where it was opened. */
export function KeyPage({ onClose }: { readonly onClose: () => void }) {
  const on = useLettersOn();
  const titles = [...new Set(keyGroups().map(({ title }) => title))];
  return (
    <Dialog title="Keys" onClose={onClose} wide>
      <label className="check-line">
        <input type="checkbox" checked={on} onChange={(event) => setLettersOn(event.target.checked)} />
        <span>
          Single letters do something.{' '}
          <span className="muted">
            Switch them off if you speak to your machine, or press letters by accident: Enter, the arrows and Ctrl go on.
          </span>
        </span>
      </label>
      <div className="key-groups">
        {titles.map((title) => (
          <section key={title}>
            <h3>{title}</h3>
            <ul>
              {keyGroups()
                .filter((group) => group.title === title)
                .flatMap(({ keys }) => keys)
                .map(({ keys, words }) => (
                  <li key={keys + words}>
                    <span>{words}</span>
                    <span>
                      {keys.split(' / ').map((key, i) => (
                        <Fragment key={key}>
                          {i > 0 && ' or '}
                          {key.split(' ').map((one) => (
                            <Fragment key={one}>
                              <kbd>{ARROWS[one] ?? one}</kbd>{' '}
                            </Fragment>
                          ))}
                        </Fragment>
                      ))}
                    </span>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
