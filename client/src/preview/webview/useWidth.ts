/** The width of an element in the page, kept up to date. */
import { useLayoutEffect, useState } from 'preact/hooks';

/** 0 until it is known, and while the element is hidden. */
export function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const observed = element.current!;
    const observer = new ResizeObserver(() => setWidth(observed.clientWidth));
    observer.observe(observed);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
