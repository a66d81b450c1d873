/** Windows so narrow that the cards stand below the text (style/phone.css). */
export const BELOW = '(max-width: 1080px)';

/** Finds the words of a statement in the text of its report. */
export const wordsOf = (id: string | null): string => `.report-text [data-of="${CSS.escape(id ?? '')}"]`;

/** Brings words of the text before the eyes, and leaves the window as it is where they are seen already. */
export function showWords(selector: string): void {
  const words = document.querySelector(selector);
  if (words === null) return;
  const { top, bottom } = words.getBoundingClientRect();
  words.scrollIntoView({ block: top >= 60 && bottom <= window.innerHeight - 20 ? 'nearest' : 'center' });
}
