export function wordScore(found: string, expected: string): { readonly precision: number; readonly recall: number; readonly f1: number };
export function paragraphsBeside(text: string, other: string): readonly string[];
