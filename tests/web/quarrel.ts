import { createHash } from 'node:crypto';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hearsay, keptCase, tempFolder } from './cases.ts';

export const HARM = '<img src=x onerror="window.harmed=1">';

/** Two who accuse each other, in reports of three months and of no date, one of a publisher whose name is markup and one that is written from right to left. */
const REPORTS = [
  {
    id: 'vg1',
    publisher: 'Vell Gazette',
    published: '2023-01-04',
    title: 'Mayor blames rancher',
    text: 'Mira Dorn, the mayor of Vell, accused Jon Hask of killing two farmers.\n\n“Jon Hask shot two farmers at the ford,” Dorn said on Wednesday.\n\nSources said the sheriff had known for weeks.',
  },
  {
    id: 'hp1',
    publisher: `Hill ${HARM} Post`,
    published: '2023-01-06T08:00:00+02:00',
    title: `Rancher ${HARM} hits back`,
    text: 'Jon Hask denied killing two farmers at the ford. “I killed nobody at the ford,” Hask said.\n\nHask accused Mira Dorn of stealing the harvest money. “Mira Dorn stole the harvest money,” he said.\n\nVillagers said they had seen nothing.',
  },
  {
    id: 'cw1',
    publisher: 'Coast Wire',
    published: '2023-02-11',
    title: 'Ford killings: what is known',
    text: 'Mira Dorn, the mayor of Vell, accused Jon Hask of killing two farmers, the Vell Gazette reported.\n\nPeople familiar with the matter said that police had questioned four ranchers.',
  },
  {
    id: 'vg2',
    publisher: 'Vell Gazette',
    published: '2023-03',
    title: 'Sheriff speaks',
    text: 'Sheriff Abel Stroud said Jon Hask had killed two farmers at the ford. “He killed two farmers,” Stroud told reporters.\n\nAn official who asked not to be named said that the rifle was found.',
  },
  {
    id: 'ar1',
    publisher: 'صحيفة الميناء',
    title: 'الميناء',
    text: '“Jon Hask shot two farmers at the ford,” Mira Dorn, the mayor of Vell, said.\n\nGovernor Leila Qadir said that the ranchers burned three houses.',
  },
];

/** The quarrel as a case file, read and related; a copy that goes with the test. */
export function quarrelCase(): string {
  const lines = REPORTS.map((report) => `${JSON.stringify(report)}\n`).join('');
  const kept = keptCase(`quarrel-${createHash('sha256').update(lines).digest('hex').slice(0, 8)}`, (path) => {
    const file = join(tempFolder(), 'quarrel.ndjson');
    writeFileSync(file, lines);
    hearsay('new', path);
    hearsay('add', '--no-progress', path, file);
    hearsay('relate', '--no-progress', path);
  });
  const copy = join(tempFolder(), 'quarrel.hearsay');
  copyFileSync(kept, copy);
  return copy;
}
