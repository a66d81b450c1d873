type Early = Map<string, Promise<Response>>;

const early = (): Early => (window as { readonly early?: Early }).early ?? new Map();

/** The addresses that early.ts asked before the rest of the script was there. */
export const earlyAsked = (): readonly string[] => [...early().keys()];

/** The answer that is on its way from there; each is taken once. */
export function takeEarly(path: string): Promise<Response> | undefined {
  const answer = early().get(path);
  early().delete(path);
  return answer;
}
