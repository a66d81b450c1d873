import { test } from 'vitest';
import { reportOf } from '../../tests/fakes/reports.ts';
import { relate } from './index.ts';

test('try', () => {
  const a = reportOf({
    id: 'a',
    publisher: 'Courier',
    date: '2023-03-14',
    lines: [
      {
        by: 'Ilya Dorn (Kestrian foreign minister)',
        says: '“Whole villages have been emptied at gunpoint, and the fences went up the same week”',
        accuses: ['Orlavia', 'forced-displacement'],
      },
      {
        by: 'Katarin Wells (Orlavian ambassador)',
        says: 'the camps were reception centres for people who had fled the floods',
        accuses: ['Orlavia', 'forced-displacement', 'denied'],
      },
    ],
  });
  const b = reportOf({
    id: 'b',
    publisher: 'Beacon',
    date: '2023-03-15',
    lines: [
      {
        by: 'Dorn',
        says: '“Entire villages have been emptied at gunpoint and the fences went up the same week”',
        accuses: ['Orlavia', 'forced-displacement'],
      },
      {
        by: 'Orlavian president',
        type: 'organisation',
        says: 'Kestrian police had tortured striking miners',
        accuses: ['Kestrian police', 'torture'],
      },
    ],
  });
  console.log(JSON.stringify(relate([a, b]), null, 1));
});
