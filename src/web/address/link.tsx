import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { type Going, go } from './address.ts';

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly to: string; readonly going?: Going };

/** A link within the workbench: another window by the usual keys, else without loading anew. */
export function Link({ to, going, onClick, ...more }: Props) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to, going);
  };
  return <a href={to} onClick={follow} {...more} />;
}
