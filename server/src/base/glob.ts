/** Globs as people write them in lists of files: `*` and `?` within a folder, `**` over folders, `{a,b}` for either. */

/** Whether a path with forward slashes, relative to where the glob is meant, is what the glob names, or lies below it. */
export function matchesGlob(glob: string, path: string): boolean {
  const pattern = glob.replace(/^\.?\//, '').replace(/\/+$/, '');
  return new RegExp(`^${expressionOf(pattern)}(?:/.*)?$`, 'u').test(path);
}

function expressionOf(glob: string): string {
  let depth = 0;
  return (
    glob.replaceAll(/\*\*\/|\*\*|\*|\?|[{},]|[\\^$.|+()[\]/-]/g, part => {
      switch (part) {
        case '**/':
          return '(?:[^/]+/)*';
        case '**':
          return '.*';
        case '*':
          return '[^/]*';
        case '?':
          return '[^/]';
        case '{':
          depth++;
          return '(?:';
        case '}':
          if (depth === 0) return '\\}';
          depth--;
          return ')';
        case ',':
          return depth > 0 ? '|' : ',';
        case '-':
          return '-';
        default:
          return `\\${part}`;
      }
    }) + ')'.repeat(depth)
  );
}
