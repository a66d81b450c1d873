// What relating must reach, and what a drop is.

/** The least and the aim of each figure; for `most`, less is better. */
const ASKED = {
  'adjusted Rand index': { least: 0.93, aim: 0.97, slack: 0.005 },
  'echo or independent right': { least: 90, aim: 97, slack: 0.4 },
  'altered words found': { least: 95, aim: 99, slack: 0.4 },
  'altered words marked that are altered': { least: 95, aim: 99, slack: 0.4 },
  'statements a second': { least: 2000, aim: 10_000, speed: true },
  'time at twice as many': { most: 2.3, aim: 2.1, speed: true },
  'peak memory in MB': { most: 1500, aim: 600, speed: true },
};

/** Each figure with what is asked of it and what it was in the last row of the results. */
export const judge = (figures, best) =>
  Object.entries(figures).map(([name, now]) => {
    const { least, most, aim, slack, speed } = ASKED[name] ?? {};
    const was = best[name];
    const short = (least !== undefined && now < least) || (most !== undefined && now > most);
    const reached = aim !== undefined && (least !== undefined ? now >= aim : now <= aim);
    const dropped = slack !== undefined && was !== undefined && was - now > slack;
    const verdict = dropped ? 'DROPPED' : short ? 'SHORT' : reached ? 'aim reached' : aim === undefined ? '' : 'reached';
    return { name, now, was, least: least ?? most, aim, speed, short, dropped, verdict };
  });

/** True if a figure fails the run; a rough run is not judged by its speed. */
export const isShort = ({ short, dropped, speed }, rough) => dropped || (short && !(rough && speed));
