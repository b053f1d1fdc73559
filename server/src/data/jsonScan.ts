/**
 * Where JSON values end, by the strict grammar of RFC 8259, without making them. An end is an offset; where the text is
 * wrong it is the complement (~) of the offset of the first character that does not fit, and so negative.
 * Nothing recurses: depth costs no stack.
 */

/** After the blanks at an offset. */
export function afterBlanks(text: string, start: number): number {
  let position = start;
  for (; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) break;
  }
  return position;
}

/** The end of the value that starts at `start`, whatever stands in it. */
export function valueEnd(text: string, start: number): number {
  const closings: string[] = [];
  let position = start;
  for (;;) {
    const opening = text[position];
    if (opening === '{' || opening === '[') {
      const closing = opening === '{' ? '}' : ']';
      const inside = afterBlanks(text, position + 1);
      if (text[inside] === closing) {
        position = inside + 1;
      } else {
        closings.push(closing);
        position = closing === '}' ? memberValue(text, inside) : inside;
        if (position < 0) return position;
        continue;
      }
    } else {
      position = scalarEnd(text, position);
      if (position < 0) return position;
    }
    let next = closings.length === 0 ? position : afterBlanks(text, position);
    while (closings.length > 0 && text[next] === closings.at(-1)) {
      closings.pop();
      position = next + 1;
      next = afterBlanks(text, position);
    }
    if (closings.length === 0) return position;
    if (text[next] !== ',') return ~next;
    next = afterBlanks(text, next + 1);
    position = closings.at(-1) === '}' ? memberValue(text, next) : next;
    if (position < 0) return position;
  }
}

/** Calls `visit` with the start of each element of an array; it answers the element's end. Stops where something is wrong. */
export function forEachElement(text: string, start: number, visit: (elementStart: number) => number): number {
  let position = afterBlanks(text, start + 1);
  if (text[position] === ']') return position + 1;
  for (;;) {
    const end = visit(position);
    if (end < 0) return end;
    const next = afterBlanks(text, end);
    if (text[next] === ']') return next + 1;
    if (text[next] !== ',') return ~next;
    position = afterBlanks(text, next + 1);
  }
}

/** Calls `visit` with the place of each key of an object and the start of its value; it answers the value's end. */
export function forEachMember(
  text: string,
  start: number,
  visit: (keyStart: number, keyEnd: number, valueStart: number) => number,
): number {
  let position = afterBlanks(text, start + 1);
  if (text[position] === '}') return position + 1;
  for (;;) {
    const keyEnd = stringEnd(text, position);
    if (keyEnd < 0) return keyEnd;
    const colon = afterBlanks(text, keyEnd);
    if (text[colon] !== ':') return ~colon;
    const end = visit(position, keyEnd, afterBlanks(text, colon + 1));
    if (end < 0) return end;
    const next = afterBlanks(text, end);
    if (text[next] === '}') return next + 1;
    if (text[next] !== ',') return ~next;
    position = afterBlanks(text, next + 1);
  }
}

/** The start of a member's value, for the start of its key. */
function memberValue(text: string, keyStart: number): number {
  const keyEnd = stringEnd(text, keyStart);
  if (keyEnd < 0) return keyEnd;
  const colon = afterBlanks(text, keyEnd);
  return text[colon] === ':' ? afterBlanks(text, colon + 1) : ~colon;
}

/** The end of a string with its quotes. */
function stringEnd(text: string, start: number): number {
  if (text.charCodeAt(start) !== 34) return ~start;
  let position = start + 1;
  for (;;) {
    const code = text.charCodeAt(position);
    if (code === 34) return position + 1;
    if (code === 92) {
      const end = escapeEnd(text, position);
      if (end < 0) return end;
      position = end;
    } else if (code >= 32) position++;
    else return ~position;
  }
}

/** The text that a valid string stands for. */
export function stringValue(text: string, start: number, end: number): string {
  const body = text.slice(start + 1, end - 1);
  return body.includes('\\') ? String(JSON.parse(text.slice(start, end))) : body;
}

function escapeEnd(text: string, backslash: number): number {
  const pattern = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
  pattern.lastIndex = backslash;
  return pattern.test(text) ? pattern.lastIndex : ~backslash;
}

function scalarEnd(text: string, start: number): number {
  if (text.charCodeAt(start) === 34) return stringEnd(text, start);
  const pattern = /(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(?![\w.+-])/y;
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : ~start;
}
