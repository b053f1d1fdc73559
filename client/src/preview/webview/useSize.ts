/** How large the visible part of an element is, kept up to date. */
import { useLayoutEffect, useState } from 'preact/hooks';

interface ElementInPage {
  readonly current: HTMLElement | null;
}

export function useHeight(element: ElementInPage): number {
  return useSize(element, 'clientHeight', 600);
}

/** 0 until it is known, and while the element is hidden. */
export function useWidth(element: ElementInPage): number {
  return useSize(element, 'clientWidth', 0);
}

function useSize(element: ElementInPage, side: 'clientHeight' | 'clientWidth', first: number): number {
  const [size, setSize] = useState(first);
  useLayoutEffect(() => {
    const observed = element.current!;
    const observer = new ResizeObserver(() => setSize(observed[side]));
    observer.observe(observed);
    return () => observer.disconnect();
  }, [element, side]);
  return size;
}
