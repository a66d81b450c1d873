import { addressOf } from './address.ts';

/**
 * Where the workbench shows a thing of the case; undefined where it has no page.
 * @example addressOfThing('r12/s3') // '/reports/r12?s=s3'
 */
export function addressOfThing(ref: string): string | undefined {
  const [, report, kind, part] = /^(r\d+)(?:\/(([sap])\d+))?$/.exec(ref) ?? [];
  if (report !== undefined)
    return part === 'p' ? addressOf(`/reports/${report}`, { pane: 'speakers' }) : addressOf(`/reports/${report}`, { s: kind });
  if (ref.startsWith('p-')) return `/speakers/${encodeURIComponent(ref)}`;
  if (ref.startsWith('c-')) return `/echoes/${encodeURIComponent(ref)}`;
  return undefined;
}
