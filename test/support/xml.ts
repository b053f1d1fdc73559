/** Reads XML 1.0 as strictly as our reports need: one root, nested tags, quoted attributes, known entities, no control characters. */

export interface Element {
  readonly name: string;
  readonly parent: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The elements in the order of their start tags. Throws where the text is not well-formed. */
export function elementsOf(xml: string): readonly Element[] {
  const elements: Element[] = [];
  const open: string[] = [];
  let rest = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>/, '');
  if (rest === xml) throw new Error('no XML declaration');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML forbids
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml)) throw new Error('a forbidden character');
  while (rest !== '') {
    const tag = /^<(\/?)([A-Za-z_][\w.-]*)((?:\s+[A-Za-z_][\w.-]*="[^"<]*")*)\s*(\/?)>/.exec(rest);
    const text = /^[^<]+/.exec(rest)?.[0];
    if (tag === null && text === undefined) throw new Error(`not a tag: ${rest.slice(0, 60)}`);
    if (tag !== null) {
      const [, closes, name = '', attributes = '', isEmpty] = tag;
      if (closes && open.pop() !== name) throw new Error(`</${name}> closes another tag`);
      if (!closes) {
        if (open.length === 0 && elements.length > 0) throw new Error('a second root');
        elements.push({ name, parent: open.at(-1), attributes: attributesOf(attributes) });
        if (!isEmpty) open.push(name);
      }
    } else if (plain(text!).trim() !== '' && open.length === 0) throw new Error('text outside the root');
    rest = rest.slice((tag?.[0] ?? text!).length);
  }
  if (open.length > 0 || elements.length === 0) throw new Error(`not closed: ${open}`);
  return elements;
}

function attributesOf(source: string): Readonly<Record<string, string>> {
  const pairs = [...source.matchAll(/([\w.-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, plain(value)]);
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Error('an attribute twice');
  return Object.fromEntries(pairs);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(text: string): string {
  return text.replace(/&(?:#(\d+);|(\w+);)?/g, (whole, code, name) => {
    const character = code === undefined ? entities[name] : String.fromCodePoint(Number(code));
    if (character === undefined) throw new Error(`unknown entity ${whole}`);
    return character;
  });
}
