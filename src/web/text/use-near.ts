import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** True once an element came near the part of the page that is seen; from then on. A page that is printed is near as a whole. */
export function useNear(at: boolean, margin = '1200px') {
  const element = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(at);
  useEffect(() => {
    if (near || element.current === null) return;
    const watcher = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && setNear(true), {
      rootMargin: margin,
    });
    watcher.observe(element.current);
    // The browser prints what stands there once the event is over.
    const print = () => flushSync(() => setNear(true));
    window.addEventListener('beforeprint', print);
    return () => {
      watcher.disconnect();
      window.removeEventListener('beforeprint', print);
    };
  }, [near, margin]);
  return { element, near: near || at };
}
