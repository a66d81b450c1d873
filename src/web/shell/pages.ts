import type { IconName } from '../parts/icon.tsx';
import { type LazyPage, lazyPage as lazy } from './lazy-page.tsx';

export interface PageProps {
  /** What the address names: "r12"; empty for a list. */
  readonly thing: string;
  readonly query: URLSearchParams;
}

export interface PageRow {
  readonly name: string;
  readonly words: string;
  readonly to: string;
  readonly icon: IconName;
  /** Behind g. */
  readonly key?: string;
  readonly match: RegExp;
  readonly Page: LazyPage<PageProps>;
}

/** Every page, in the order of the navigation. Each is loaded when it is first shown. */
export const PAGES: readonly PageRow[] = [
  {
    name: 'reports',
    words: 'Reports',
    to: '/reports',
    icon: 'reports',
    key: 'r',
    match: /^\/reports$/,
    Page: lazy(async () => ({ default: (await import('../pages/reports/reports.tsx')).Reports })),
  },
  {
    name: 'report',
    words: 'Report',
    to: '/reports',
    icon: 'reports',
    match: /^\/reports\/(.+)$/,
    Page: lazy(async () => ({ default: (await import('../pages/report/report.tsx')).Report })),
  },
  {
    name: 'speakers',
    words: 'Speakers',
    to: '/speakers',
    icon: 'speakers',
    key: 's',
    match: /^\/speakers(?:\/(.+))?$/,
    Page: lazy(async () => ({ default: (await import('../pages/speakers/speakers.tsx')).Speakers })),
  },
  {
    name: 'accusations',
    words: 'Accusations',
    to: '/accusations',
    icon: 'accusations',
    key: 'a',
    match: /^\/accusations$/,
    Page: lazy(async () => ({ default: (await import('../pages/accusations/accusations.tsx')).Accusations })),
  },
  {
    name: 'echoes',
    words: 'Echoes',
    to: '/echoes',
    icon: 'echoes',
    key: 'e',
    match: /^\/echoes(?:\/(.+))?$/,
    Page: lazy(async () => ({ default: (await import('../pages/echoes/echoes.tsx')).Echoes })),
  },
  {
    name: 'sourcing',
    words: 'Sourcing',
    to: '/sourcing',
    icon: 'sourcing',
    key: 'o',
    match: /^\/sourcing$/,
    Page: lazy(async () => ({ default: (await import('../pages/sourcing/sourcing.tsx')).Sourcing })),
  },
  {
    name: 'review',
    words: 'Review',
    to: '/review',
    icon: 'review',
    key: 'v',
    match: /^\/review$/,
    Page: lazy(async () => ({ default: (await import('../pages/review/review.tsx')).Review })),
  },
  {
    name: 'history',
    words: 'History',
    to: '/history',
    icon: 'history',
    key: 'h',
    match: /^\/history$/,
    Page: lazy(async () => ({ default: (await import('../pages/history/history.tsx')).History })),
  },
  {
    name: 'export',
    words: 'Export',
    to: '/export',
    icon: 'export',
    key: 'x',
    match: /^\/export$/,
    Page: lazy(async () => ({ default: (await import('../pages/export/export.tsx')).Export })),
  },
];

export function pageAt(path: string): { readonly page: PageRow; readonly thing: string | undefined } | undefined {
  for (const page of PAGES) {
    const match = page.match.exec(path);
    if (match !== null) return { page, thing: match[1] };
  }
  return undefined;
}

/** Fetches the script of the page at an address, before anything is shown. */
export async function fetchPage(path: string): Promise<void> {
  // What fails here fails again where it is shown, and is told there.
  await pageAt(path)
    ?.page.Page.fetch()
    .catch(() => {});
}
