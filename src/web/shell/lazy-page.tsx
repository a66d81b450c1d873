import { type ComponentType, useEffect, useState } from 'react';
import { Loading } from '../parts/states.tsx';

export interface LazyPage<P> {
  (props: P): React.ReactNode;
  /** Fetches the script of the page; at once where it is there already. */
  readonly fetch: () => Promise<unknown>;
}

/**
 * A page whose script is fetched when it is first shown, or before. Unlike React's own `lazy` it is shown in the moment in which it is there:
 * React holds what was suspended back for 300 ms.
 * @example lazyPage(async () => ({ default: (await import('./reports.tsx')).Reports }))
 */
export function lazyPage<P extends object>(load: () => Promise<{ readonly default: ComponentType<P> }>): LazyPage<P> {
  let Page: ComponentType<P> | undefined;
  let coming: Promise<unknown> | undefined;
  const fetch = () => {
    coming ??= load().then(
      (module) => {
        Page = module.default;
      },
      (error) => {
        coming = undefined;
        throw error;
      },
    );
    return coming;
  };
  function Lazy(props: P) {
    const [state, setState] = useState<{ readonly error?: unknown }>({});
    const here = Page !== undefined;
    useEffect(() => {
      if (!here)
        fetch().then(
          () => setState({}),
          (error) => setState({ error }),
        );
    }, [here]);
    // The boundary around the page says what to do.
    if (state.error !== undefined && Page === undefined) throw state.error;
    if (Page === undefined) return <Loading what="Opening the page" rows={8} />;
    return <Page {...props} />;
  }
  return Object.assign(Lazy, { fetch });
}
