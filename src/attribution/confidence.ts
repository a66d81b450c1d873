/** From a raw score to a probability, by straight lines between the points of the calibration. */
export function calibrate(score: number, points: readonly (readonly [score: number, probability: number])[]): number {
  const first = points[0];
  if (first === undefined || score <= first[0]) return first?.[1] ?? 0;
  for (let i = 1; i < points.length; i++) {
    const [x0, y0] = points[i - 1]!;
    const [x1, y1] = points[i]!;
    if (score <= x1) return x1 === x0 ? y1 : y0 + ((y1 - y0) * (score - x0)) / (x1 - x0);
  }
  return points.at(-1)![1];
}
