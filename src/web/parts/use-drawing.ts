import { type RefObject, useEffect, useRef, useState } from 'react';

const NARROWEST = 100;

/**
 * Keeps a drawing in a box as wide as the box.
 *
 * @param draw makes the drawing for a width in CSS pixels; a new function draws anew
 * @returns what the box takes as its `ref`
 */
export function useDrawing(draw: (width: number) => Element): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (box.current === null) return;
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    watcher.observe(box.current);
    return () => watcher.disconnect();
  }, []);
  useEffect(() => {
    if (width >= NARROWEST) box.current?.replaceChildren(draw(width));
  }, [draw, width]);
  return box;
}
