/**
 * What is found in cells, said once more where the definition reads them: an author who edits the definition need not
 * look into the data file to see it. One finding for each rule and indicator, with its cells as related places.
 */
import type { Finding } from '../base/finding.ts';
import { type Locale, type LocalText, localText } from '../base/locale.ts';

/** Not of a rule that speaks in the definition itself. */
export function atIndicators(findings: readonly Finding[], file: string): readonly Finding[] {
  const speaking = new Set(findings.flatMap(each => (each.file === file ? each.code : [])));
  const groups = new Map<string, { readonly first: Finding; readonly all: Finding[] }>();
  for (const finding of findings) {
    if (finding.file === file || speaking.has(finding.code)) continue;
    for (const place of finding.related) {
      if (place.file !== file) continue;
      const key = `${finding.code} ${finding.severity} ${place.range.start}`;
      const group = groups.get(key);
      if (group !== undefined) group.all.push(finding);
      else groups.set(key, { first: { ...finding, file, range: place.range, fixes: [] }, all: [finding] });
    }
  }
  return [...groups.values()].map(({ first, all }) => ({
    ...first,
    message: messageOf(all),
    related: all.map(({ file, range, message }) => ({ file, range, message })),
  }));
}

const mostTold = 3;

function messageOf(all: readonly Finding[]): LocalText {
  const told = all.slice(0, mostTold);
  const inFile = (locale: Locale) =>
    told.map(
      ({ file, message }) =>
        `${decodeURIComponent(file.slice(file.lastIndexOf('/') + 1))}${locale === 'en' ? ', ' : ' '}${message[locale]}`,
    );
  const nMore = all.length - told.length;
  return localText(
    `${inFile('en').join('; ')}${nMore > 0 ? `; and ${nMore} more` : ''}`,
    `${inFile('zh-CN').join('；')}${nMore > 0 ? `；另有 ${nMore} 处` : ''}`,
  );
}
