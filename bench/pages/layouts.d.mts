export declare const PARAGRAPHS: readonly string[];
export declare const LAYOUTS: readonly (readonly [name: string, html: string])[];
export declare function wordsF1(text: string): number;
