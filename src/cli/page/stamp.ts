import type { Stamp } from '../../casefile/index.ts';
import { momentInWords } from './wording.ts';

/** A timestamp in a sentence: what it proves, who says so, and whether that is somebody who is trusted here. */
export function stampLine({ event, at, by, trusted }: Stamp): string {
  const whose = trusted
    ? 'whose certificate leads to a trusted one'
    : 'an authority that nobody here vouches for: --trust names those that count';
  return `The log up to event ${event} stood so before ${momentInWords(at)}, says ${by}, ${whose}.`;
}
