import type { GraphNode } from '../../../server/index.ts';

/** The name of a party, or what it is called without one. */
export const partyName = ({ id, name }: Pick<GraphNode, 'id' | 'name'>): string =>
  name ?? (id === 'unnamed' ? 'Unnamed voices' : 'Nobody named');
