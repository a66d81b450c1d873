import { Component, type ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/states.tsx';

interface Props {
  readonly children: ReactNode;
}

/** Stands between a page and the window: where a page breaks, the rest stands and says what to do. React knows this only as a class. */
export class BrokenPage extends Component<Props, { readonly error: Error | undefined }> {
  override readonly state: { readonly error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    const unloaded = /import|module|fetch/i.test(error.message);
    return (
      <div className="page">
        <Empty icon="warn" title={unloaded ? 'This page cannot be fetched' : 'This page broke'}>
          <p>
            {unloaded
              ? 'The server does not answer. Start it again with “hearsay serve” if it was ended, then load the page again.'
              : 'That is a mistake of Hearsay, not yours. What was decided is kept, and what you typed is kept in this browser. Load the page again, or go to another one.'}
          </p>
          {!unloaded && <p className="mono small muted">{error.message}</p>}
          <Button tone="primary" icon="redo" onClick={() => window.location.reload()}>
            Load the page again
          </Button>
        </Empty>
      </div>
    );
  }
}
