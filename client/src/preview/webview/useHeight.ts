/** The height of the visible part of an element, kept up to date. */
import { useLayoutEffect, useState } from 'preact/hooks';

export function useHeight(element: { readonly current: HTMLElement | null }): number {
  const [height, setHeight] = useState(600);
  useLayoutEffect(() => {
    const observed = element.current!;
    const observer = new ResizeObserver(() => setHeight(observed.clientHeight));
    observer.observe(observed);
    return () => observer.disconnect();
  }, [element]);
  return height;
}
