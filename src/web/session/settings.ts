import { keep, kept, useKept } from './keep.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
const THEME = 'hearsay:theme';
const KEYS = 'hearsay:letters';

const themeOf = (value: string | null): Theme => THEMES.find((theme) => theme === value) ?? 'system';

/** Puts the theme that was chosen on the page; before the first paint. */
export function showTheme(): void {
  document.documentElement.dataset.theme = themeOf(kept(THEME));
}

export function setTheme(theme: Theme): void {
  keep(THEME, theme === 'system' ? null : theme);
  showTheme();
}

export const useTheme = (): Theme => themeOf(useKept(THEME));

/** Whether single letters do something; people who speak to their machine switch them off. */
export const lettersOn = (): boolean => kept(KEYS) !== 'off';
export const useLettersOn = (): boolean => useKept(KEYS) !== 'off';
export const setLettersOn = (on: boolean): void => keep(KEYS, on ? null : 'off');
