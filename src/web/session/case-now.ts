let now = '';

/** The case that this window was opened on, by its id: what was decided in sight of it goes to no other one. Empty until it is known. */
export const caseNow = (): string => now;

/** Tells which case is served; false where the window was opened on another one, and must begin anew. */
export function isCaseNow(id: string): boolean {
  if (now === '') now = id;
  return now === id;
}
