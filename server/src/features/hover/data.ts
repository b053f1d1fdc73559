/** What the data of an indicator look like, as Markdown: which cells, how many, how they are spread; and its scores. */
import type { Locale } from '../../base/locale.ts';
import { type Column, reasons } from '../../engine/column.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { LeafCells } from '../../scoring/bind/leaves.ts';
import { cellText } from '../../scoring/columnSearch.ts';
import { isMissing } from '../../scoring/columns.ts';
import type { Scoring } from '../../scoring/score.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { brief, histogram, summaryOf } from '../figures.ts';
import { code, escaped, lines, paragraphs } from '../markdown.ts';

export function dataText(workspace: Workspace, file: string, indicator: Indicator, locale: Locale): string {
  const scoring = workspace.scoring(file);
  const cells = workspace.data(file).leaves.get(indicator);
  const node = scoring?.compiled.nodeOf.get(indicator);
  const reason = scoring?.compiled.unscored.get(indicator)?.message[locale];
  const words = texts[locale];
  return paragraphs([
    cells && cellsText(workspace, file, { indicator, cells, raw: rawOf(scoring, node, { indicator, cells }) }, locale),
    scoring !== undefined && node !== undefined
      ? lines([spreadText(words.scores, scoring.scores.nodes[node]!, locale), truncatedText(scoring, node, locale)])
      : undefined,
    reason && `⚠ ${words.notScored}${escaped(reason)}`,
  ]);
}

interface Leaf {
  readonly indicator: Indicator;
  readonly cells: LeafCells;
}

/** Values after grades, steps and checklists; where nothing is scored, the numbers of the cells if they are numbers. */
function rawOf(scoring: Scoring | undefined, node: number | undefined, { indicator, cells }: Leaf): Column | undefined {
  const raw = node === undefined ? undefined : scoring?.scores.raw[node];
  const { categories, steps, checklist } = indicator.own;
  const isPlain = categories === undefined && steps === undefined && checklist === undefined;
  return raw ?? (isPlain ? cells.columns[0] : undefined);
}

function cellsText(
  workspace: Workspace,
  file: string,
  { indicator, cells, raw }: Leaf & { readonly raw: Column | undefined },
  locale: Locale,
): string {
  const words = texts[locale];
  const columns = cells.places.map(({ source, column }) => {
    const path = source.declaration.path?.value ?? '';
    return `${code(source.table?.columns[column]?.name ?? '')} (${escaped(path)})`;
  });
  const { measure } = indicator.own;
  const count = (...wanted: string[]) =>
    [...(raw?.states ?? [])].filter(state => wanted.includes(reasons[state]!)).length;
  const [present, missing, inapplicable, invalid] = [
    count('present'),
    count('missing'),
    count('not-applicable'),
    count('invalid'),
  ];
  const counts = words.counts({ present, missing, inapplicable }) + (invalid > 0 ? words.invalid(invalid) : '');
  return lines([
    `${words.column} ${columns.join(', ')}${measure === undefined ? '' : ` · ${escaped(measure.value)}`}`,
    raw === undefined ? undefined : counts,
    indicator.own.categories === undefined
      ? raw && spreadText('', raw, locale)
      : gradesText(workspace, file, { indicator, cells }),
  ]);
}

/** `是 60 · 否 4`, in the order of the definition. */
function gradesText(workspace: Workspace, file: string, { indicator, cells }: Leaf): string | undefined {
  const data = workspace.data(file);
  const [place] = cells.places;
  if (place === undefined) return undefined;
  const counts = new Map([...(indicator.own.categories?.values.keys() ?? [])].map(grade => [grade, 0]));
  for (const { index } of data.units) {
    const text = cellText(data, index, place);
    if (!isMissing(place.source, text)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].map(([grade, count]) => `${escaped(grade)} ${count}`).join(' · ');
}

function spreadText(label: string, { values, states }: Column, locale: Locale): string | undefined {
  const present = [...values].filter((_, unit) => states[unit] === 0);
  const summary = summaryOf(present);
  if (summary === undefined) return undefined;
  const { min, median, mean, max } = summary;
  const words = texts[locale];
  const figures = [
    [words.min, min],
    [words.median, median],
    [words.mean, mean],
    [words.max, max],
  ] as const;
  const text = figures.map(([name, value]) => `${name} ${brief(value)}`).join(' · ');
  const bars = histogram(present, summary);
  const drawn = bars && code(`${brief(min)} ▕${bars}▏ ${brief(max)}`);
  return lines([label + text, drawn]);
}

function truncatedText({ scores }: Scoring, node: number, locale: Locale): string | undefined {
  const count = scores.truncated[node] ?? 0;
  return count === 0 ? undefined : texts[locale].truncated(count);
}

interface Counts {
  readonly present: number;
  readonly missing: number;
  readonly inapplicable: number;
}

const texts = {
  en: {
    column: 'Data: column',
    counts: ({ present, missing, inapplicable }: Counts) =>
      `${present} present, ${missing} missing, ${inapplicable} not applicable`,
    invalid: (count: number) => `, ${count} unreadable`,
    scores: 'Scores: ',
    truncated: (count: number) => `${count} truncated at a goalpost`,
    notScored: 'not scored: ',
    min: 'min',
    median: 'median',
    mean: 'mean',
    max: 'max',
  },
  'zh-CN': {
    column: '数据：列',
    counts: ({ present, missing, inapplicable }: Counts) => `有值 ${present}，缺失 ${missing}，不适用 ${inapplicable}`,
    invalid: (count: number) => `，无法读取 ${count}`,
    scores: '得分：',
    truncated: (count: number) => `${count} 个得分被上下限截断`,
    notScored: '未计分：',
    min: '最小',
    median: '中位',
    mean: '平均',
    max: '最大',
  },
} as const satisfies Record<Locale, unknown>;
