const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** @example count(1204) // '1,204' */
export const count = (n: number): string => NUMBER.format(n);

/** @example counted(1, 'report') // '1 report' @example counted(2, 'echo', 'echoes') // '2 echoes' */
export const counted = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`;

/** A share in hundredths, never rounded to nothing nor to all. @example percent(1, 300) // '<1 %' */
export function percent(part: number, whole: number): string {
  if (whole === 0 || part === 0) return '0 %';
  const share = (100 * part) / whole;
  if (share < 1) return '<1 %';
  if (share > 99 && part < whole) return '>99 %';
  return `${Math.round(share)} %`;
}

/** @example bytes(1536) // '1.5 kB' */
export function bytes(n: number): string {
  if (n < 1000) return `${n} bytes`;
  const steps = ['kB', 'MB', 'GB'];
  let value = n / 1000;
  let step = 0;
  while (value >= 1000 && step < 2) {
    value /= 1000;
    step++;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${steps[step]}`;
}

/** @example seconds(95) // '1 min 35 s' */
export function seconds(n: number): string {
  if (n < 60) return `${Math.ceil(n)} s`;
  if (n < 3600) return `${Math.floor(n / 60)} min ${Math.round(n % 60)} s`;
  return `${Math.floor(n / 3600)} h ${Math.round((n % 3600) / 60)} min`;
}
