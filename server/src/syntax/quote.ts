/** Strings as YAML scalars. */

/**
 * A YAML scalar that reads back as this string, as a value or a key, in block and in flow context: plain where that is
 * safe, else in single quotes, or in double quotes where characters must be escaped.
 */
export function quoteScalar(text: string): string {
  if (isSafePlain(text)) return text;
  return /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFEFF]/u.test(text) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
}

function isSafePlain(text: string): boolean {
  if (text === '' || text.trim() !== text || /[,[\]{}\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFEFF]/u.test(text)) return false;
  if (/^[&*!|>'"%@`#]|^[-?:](\s|$)|^(---|\.\.\.)/.test(text)) return false;
  return !/:(\s|$)|\s#/.test(text) && !isOtherThanString(text);
}

/** Is the plain scalar null, a boolean or a number in the core schema? */
export function isOtherThanString(text: string): boolean {
  return (
    /^(~|null|Null|NULL|true|True|TRUE|false|False|FALSE|0o[0-7]+|0x[0-9a-fA-F]+)$/.test(text) ||
    /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(text) ||
    /^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$/.test(text)
  );
}
