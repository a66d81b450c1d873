/** Scrolls a box until one of its rows is seen; never the window, so that what stands beside it stays where it is. */
export function showInBox(box: HTMLElement, row: HTMLElement): void {
  const top = row.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientTop;
  // Of a row higher than the box its beginning is what is to be seen.
  if (top < 0 || top + Math.min(row.offsetHeight, box.clientHeight / 2) > box.clientHeight) box.scrollTop += top - MARGIN;
}

const MARGIN = 8;
