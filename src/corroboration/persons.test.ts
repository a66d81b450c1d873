import { describe, expect, it } from 'vitest';
import { DORN, isPerson, one, related } from '../../tests/fakes/related.ts';
import type { Line, Told } from '../../tests/fakes/reports.ts';

describe('persons', () => {
  const says = 'the patrol boats on the river would be repainted before winter';
  const names = (...lines: Line[]) =>
    related(...lines.map((line, i) => one(`r${i}`, line)))
      .filter(isPerson)
      .map(({ name, speakers, proposed }) => [name, speakers.length, proposed.length])
      .sort();
  it.each<[edge: string, lines: Line[], expected: unknown[]]>([
    [
      'one full name',
      [
        { by: DORN, says },
        { by: DORN, says: 'no' },
      ],
      [['Ilya Dorn', 2, 0]],
    ],
    [
      'a form of the given name',
      [
        { by: 'Michael Orm (mayor)', says },
        { by: 'Mike Orm (mayor)', says: 'no' },
      ],
      [['Michael Orm', 2, 0]],
    ],
    [
      'an initial and the role',
      [
        { by: 'Ilya Dorn (foreign minister)', says },
        { by: 'I. Dorn (foreign minister)', says: 'no' },
      ],
      [['Ilya Dorn', 2, 0]],
    ],
    [
      'a body in other words',
      [
        { by: 'Orlavian defence ministry', says },
        { by: 'Ministry of Defense of Orlavia', says: 'no' },
      ],
      [['Ministry of Defense of Orlavia', 2, 0]],
    ],
    [
      'a surname alone',
      [
        { by: DORN, says },
        { by: 'Dorn', says: 'no' },
      ],
      [
        ['Dorn', 1, 0],
        ['Ilya Dorn', 1, 0],
      ],
    ],
    [
      'a surname and the role',
      [
        { by: DORN, says },
        { by: 'Dorn (foreign minister)', says: 'no' },
      ],
      [
        ['Dorn', 1, 1],
        ['Ilya Dorn', 1, 1],
      ],
    ],
    [
      'another given name',
      [
        { by: DORN, says },
        { by: 'Petra Dorn', says: 'no' },
      ],
      [
        ['Ilya Dorn', 1, 0],
        ['Petra Dorn', 1, 0],
      ],
    ],
    [
      'one name in two walks of life',
      [
        { by: 'Jon Vale (mayor)', says },
        { by: 'Jon Vale (goalkeeper)', says: 'no' },
      ],
      [
        ['Jon Vale', 1, 1],
        ['Jon Vale', 1, 1],
      ],
    ],
  ])('%s', (_edge, lines, expected) => {
    expect(names(...lines)).toEqual(expected);
  });
  it('joins a surname with the role and the same company', () => {
    const both = (id: string, by: string): Told => ({
      id,
      lines: [
        { by, says: 'yes' },
        { by: 'Ruth Adeyemi', says: 'no' },
        { by: 'Katarin Wells', says: 'no' },
      ],
    });
    const dorn = related(both('a', DORN), both('b', 'Dorn (foreign minister)'))
      .filter(isPerson)
      .find(({ name }) => name === 'Ilya Dorn');
    expect(dorn!.speakers).toHaveLength(2);
  });
});
