/** Not doing again what would come out the same. Knows nothing of what is drawn. */
import type { ComponentChild } from 'preact';
import { useRef } from 'preact/hooks';

/** A component that is drawn anew only where one of its properties is another. `draw` uses no hooks. */
export function steady<Properties extends object>(draw: (properties: Properties) => ComponentChild) {
  return function Steady(properties: Properties) {
    const last = useRef<{ readonly properties: Properties; readonly drawn: ComponentChild } | undefined>(undefined);
    if (last.current === undefined || !areSame(last.current.properties, properties)) {
      last.current = { properties, drawn: draw(properties) };
    }
    return last.current.drawn;
  };
}

/** Plain data: the earlier one where the new one says the same. */
export function useSame<Data>(data: Data): Data {
  const last = useRef(data);
  if (JSON.stringify(last.current) !== JSON.stringify(data)) last.current = data;
  return last.current;
}

function areSame<Properties extends object>(some: Properties, others: Properties): boolean {
  return (Object.keys(others) as (keyof Properties)[]).every(name => some[name] === others[name]);
}
