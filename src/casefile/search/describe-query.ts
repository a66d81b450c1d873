import type { Node } from './query.ts';

/**
 * A search written out as it was understood: every AND and bracket stands there. Read again it means the same.
 * @example describeQuery(parseQuery('flood -grade:bare').wanted) // 'flood AND NOT grade:bare'
 */
export function describeQuery(node: Node | null): string {
  if (node === null) return '';
  switch (node.kind) {
    case 'words': {
      const words = `${node.words.join(' ')}${node.prefix ? '*' : ''}`;
      return (node.field === undefined ? '' : `${node.field}:`) + (node.words.length > 1 || isOperator(words) ? `"${words}"` : words);
    }
    case 'near': {
      const terms = node.terms.map(({ kind, words, prefix }) => describeQuery({ kind, words, prefix }));
      return `${node.field === undefined ? '' : `${node.field}:`}NEAR(${terms.join(' ')}, ${node.distance})`;
    }
    case 'code':
      return `${node.field}:${node.value}`;
    case 'date':
      return `date:[${node.from ?? '*'} TO ${node.to ?? '*'}]`;
    case 'not':
      return `NOT ${bracketed(node.of)}`;
    default:
      return node.of.map(bracketed).join(node.kind === 'and' ? ' AND ' : ' OR ');
  }
}

const isOperator = (words: string): boolean => /^(?:AND|OR|NOT|NEAR)$/.test(words);
const bracketed = (node: Node): string => (node.kind === 'and' || node.kind === 'or' ? `(${describeQuery(node)})` : describeQuery(node));
