/** The nouns of Hearsay, readonly, and the wire format: takes nothing, gives the words that all rooms share. */
export * from './allegation.ts';
export * from './article.ts';
export * from './notice.ts';
export * from './reading.ts';
export * from './relation.ts';
export * from './sourcing.ts';
export * from './span.ts';
export * from './speaker.ts';
export * from './statement.ts';
export * from './vocabulary/act.ts';
export * from './vocabulary/channel.ts';
export * from './vocabulary/grade.ts';
export * from './vocabulary/source-type.ts';
export * from './vocabulary/status.ts';
export * from './vocabulary/wrong.ts';
export * from './wire.ts';
export * from './word-view.ts';
