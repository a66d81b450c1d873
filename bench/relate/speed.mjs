#!/usr/bin/env node
// Relates a crowd of reports in a process of its own: speed.mjs STATEMENTS. Prints one line of JSON: seconds of one core for adding and for
// the result (not for making the reports), and the most memory that the process took.
import { corpusReports } from './base.mjs';
import { crowd } from './crowd.mjs';

const wanted = Number(process.argv[2]);
const { createRelations } = await import('../../dist/engine/index.js');
const reports = corpusReports();
const relations = createRelations();
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
let statements = 0;
let count = 0;
let adding = 0;
let wall = 0;
let last;
for (const analysis of crowd(reports, wanted)) {
  const [since, started] = [cpu(), performance.now()];
  relations.add(analysis);
  adding += cpu() - since;
  wall += performance.now() - started;
  statements += analysis.statements.length;
  count++;
  last = analysis;
}
const [since, started] = [cpu(), performance.now()];
const found = relations.result().relations.length;
const result = cpu() - since;
const peak = process.resourceUsage().maxRSS / 1024;
wall += performance.now() - started;
relations.add({ ...last, id: 'one more' });
const again = cpu();
relations.result();
const more = cpu() - again;
console.log(
  JSON.stringify({
    statements,
    reports: count,
    relations: found,
    adding,
    result,
    more,
    seconds: adding + result,
    wall: wall / 1000,
    peak,
  }),
);
