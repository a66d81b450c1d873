import type { KeyboardEvent } from 'react';

/** Keys of a form: Escape closes it, and only that (the page behind it keeps its own); Ctrl+Enter sends it, whatever field has the focus. */
export const formKeys =
  (close: () => void) =>
  (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.currentTarget.requestSubmit();
    }
  };
