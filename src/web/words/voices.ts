/**
 * Who speaks, for a heading: by name, else in the report's own words, else by role. What the voice is (unnamed, described …) stands beside it as
 * its grade.
 * @example voiceInWords(null, 'a senior official', null) // 'a senior official'
 */
export const voiceInWords = (name: string | null | undefined, words: string, role: string | null | undefined): string =>
  name ?? (words.trim() !== '' ? words : (role ?? 'Nobody named'));
