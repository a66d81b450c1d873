/** Drawn for Hearsay on a grid of 20: strokes of 1.5, round ends. */
const PATHS = {
  reports: 'M5 3h7l3 3v11H5zM12 3v3h3M7.500 9.500h5M7.500 12h5M7.500 14.500h3',
  speakers:
    'M7.500 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.500 16.500c0-3 2-4.500 5-4.500s5 1.500 5 4.500M13 4a2.700 2.700 0 0 1 0 5.200M14.500 12.300c2 .5 3 1.900 3 4.200',
  accusations: 'M4.500 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM15.500 17a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM6 6.500l7.500 7M10 13.500h3.500V10',
  echoes: 'M3 10h2M7 6.500v7M10.500 4v12M14 6.500v7M17 10h0',
  sourcing: 'M3.500 16.500v-5M8 16.500v-9M12.500 16.500V10M17 16.500v-13',
  review: 'M3 5.500l1.500 1.500L7 4.500M3 11.500l1.500 1.500L7 10.500M10 6h7M10 12h7M10 16.500h4',
  history: 'M3.500 10a6.500 6.500 0 1 0 2-4.700L3.500 7M3.500 3.500V7H7M10 6.500V10l2.500 2',
  export: 'M10 3v9M6.500 8.500L10 12l3.500-3.500M3.500 13.500v3h13v-3',
  search: 'M9 14.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11zM13 13l4 4',
  check: 'M4 10.500l4 4 8-9',
  cross: 'M5 5l10 10M15 5L5 15',
  pencil: 'M4 16l.8-3.500L13 4.300l2.700 2.700-8.200 8.200zM11.500 5.800l2.700 2.700',
  note: 'M4 4h12v9l-3.500 3.500H4zM12.500 16.500V13H16M7 8h6M7 11h3',
  undo: 'M7 4L3.500 7.500 7 11M3.500 7.500h8a4.500 4.500 0 0 1 0 9H8',
  redo: 'M13 4l3.500 3.500L13 11M16.500 7.500h-8a4.500 4.500 0 0 0 0 9H12',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  up: 'M5.500 12.500L10 8l4.500 4.500',
  down: 'M5.500 8l4.500 4.500L14.500 8',
  right: 'M8 5.500l4.500 4.500L8 14.500',
  left: 'M12 5.500L7.500 10l4.500 4.500',
  keys: 'M3 5.500h14v9H3zM5.500 8.500h0M8.500 8.500h0M11.500 8.500h0M14.500 8.500h0M7 11.800h6',
  sun: 'M10 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM10 2.500v2M10 15.500v2M2.500 10h2M15.500 10h2M4.700 4.700l1.400 1.400M13.900 13.900l1.400 1.400M4.700 15.300l1.400-1.400M13.900 6.100l1.400-1.400',
  warn: 'M10 3.500l7.500 13h-15zM10 8.500v3.500M10 14.300h0',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 9.300v4M10 6.700h0',
  link: 'M8.500 11.500a3 3 0 0 0 4.300 0l2.700-2.700a3 3 0 0 0-4.300-4.300l-1 1M11.500 8.500a3 3 0 0 0-4.300 0l-2.700 2.700a3 3 0 0 0 4.300 4.300l1-1',
  lock: 'M5 9h10v8H5zM7 9V6.500a3 3 0 0 1 6 0V9M10 12.500v1.500',
  file: 'M5 3h7l3 3v11H5zM12 3v3h3',
  folder: 'M3 5h5l1.500 2H17v9H3z',
  filter: 'M3 5h14l-5.500 6.500V16l-3 1.500v-6z',
  menu: 'M3.500 5.500h13M3.500 10h13M3.500 14.500h13',
  stop: 'M6 6h8v8H6z',
  merge: 'M5 3.500v3c0 3 5 3.500 5 7v3M15 3.500v3c0 3-5 3.500-5 7M7.500 14l2.500 2.500 2.500-2.500',
  split: 'M10 16.500v-4c0-3-5-3.500-5-7v-2M10 12.500c0-3 5-3.500 5-7v-2M3 5.500l2-2 2 2M13 5.500l2-2 2 2',
  person: 'M10 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4.500 16.500c0-3 2.200-4.500 5.500-4.500s5.500 1.500 5.500 4.500',
} as const;
export type IconName = keyof typeof PATHS;

/** A sign beside words; it says nothing to those who do not see it. */
export const Icon = ({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) => (
  <svg className="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
  </svg>
);
