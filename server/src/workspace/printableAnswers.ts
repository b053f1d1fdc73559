/**
 * What programs are told of one definition: the JSON of the command line's check, score and explain, of the command line
 * itself and of the tools of language models. Knows neither where it is printed nor who asks.
 */
import type { Severity } from '../base/finding.ts';
import { type Locale, type LocalText, localText } from '../base/locale.ts';
import { nearest } from '../base/nearest.ts';
import { explain } from '../scoring/explain/explain.ts';
import type { Explanation, ExplanationStep } from '../scoring/explain/explanation.ts';
import { reportOf, type ScoreReport } from '../scoring/report/report.ts';
import { countBySeverity, type PrintableFinding, printable, type Wording } from './printable.ts';
import type { Workspace } from './workspace.ts';

export interface CheckAnswer {
  readonly files: readonly string[];
  readonly findings: readonly PrintableFinding[];
  readonly counts: Readonly<Record<Severity, number>>;
}

export function checkAnswer(workspace: Workspace, file: string, wording: Wording): CheckAnswer {
  const findings = printable(workspace.findings(file), workspace, file, wording);
  return { files: [wording.pathOf(file)], findings, counts: countBySeverity(findings) };
}

/** Where nothing can be scored there are no units, and the findings say why. */
export function scoreAnswer(workspace: Workspace, file: string, wording: Wording): ScoreReport {
  const findings = printable(workspace.findings(file), workspace, file, wording).map(
    ({ related: _, ...finding }) => finding,
  );
  const scoring = workspace.scoring(file);
  if (scoring !== undefined) return reportOf(scoring, { locale: wording.locale, findings });
  const { id, edition, scale, title } = workspace.system(file);
  return {
    system: {
      id: id?.value ?? '',
      title: title?.value.plain ?? file.replace(/^.*\//, ''),
      edition: edition?.value ?? null,
      scale,
      fullMark: scale[1],
      decimals: null,
    },
    units: [],
    tiers: [],
    publications: [],
    expect: [],
    findings,
    indicators: [],
    groups: [],
    unscored: [],
    weightings: [],
  };
}

/** Which part of a ranking is asked for. */
export interface Excerpt {
  /** Ids or names; empty: the first of all. */
  readonly units: readonly string[];
  readonly first: number;
  /** Scores and indicators down to this level. */
  readonly level: number;
}

/** The report without what was not asked for; ranks stay those of all units. */
export function excerpt(
  report: ScoreReport,
  { units, first, level }: Excerpt,
): ScoreReport & { readonly nUnits: number } {
  const meant = report.units.filter(({ id, name }) => units.length === 0 || units.includes(id) || units.includes(name));
  const indicators = report.indicators.filter(indicator => indicator.level <= level);
  const shown = new Set(indicators.map(({ id }) => id));
  const only = <T>(byIndicator: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(byIndicator).filter(([id]) => shown.has(id) || id === ''));
  return {
    ...report,
    indicators,
    nUnits: report.units.length,
    units: meant.slice(0, units.length === 0 ? first : undefined).map(unit => ({
      ...unit,
      scores: only(unit.scores),
      imputed: only(unit.imputed),
      reasons: only(unit.reasons),
    })),
  };
}

/** Why a unit cannot be explained, in words; `path` is what the definition is called. */
export function explanationOf(
  workspace: Workspace,
  file: string,
  { unit, path }: { readonly unit: string; readonly path: string },
): { readonly explanation: Explanation } | { readonly problem: LocalText } {
  const scoring = workspace.scoring(file);
  if (scoring === undefined) {
    return {
      problem: localText(
        `nothing can be scored: see indicators check ${path}`,
        `无法计分：详见 indicators check ${path}`,
      ),
    };
  }
  const explanation = explain(scoring, unit);
  if (explanation !== undefined) return { explanation };
  return { problem: noUnit(unit, scoring.data.units) };
}

/** With the unit that may be meant, else some that there are. */
function noUnit(unit: string, units: readonly { readonly id: string; readonly name: string }[]): LocalText {
  const { name: longer } = units.find(({ name }) => unit !== '' && name.includes(unit)) ?? {};
  const texts = units.flatMap(({ id, name }) => [name, id]);
  const near = longer ?? nearest(unit, texts);
  if (near !== undefined)
    return localText(`no unit ${unit}; did you mean ${near}?`, `没有评估对象 ${unit}；是否想写 ${near}？`);
  const some = units.slice(0, 3).map(({ id, name }) => (name === id ? id : `${name} (${id})`));
  const more = units.length > some.length ? ['…'] : [];
  return localText(
    `no unit ${unit}; there are ${[...some, ...more].join(', ')}`,
    `没有评估对象 ${unit}；现有 ${[...some, ...more].join('、')}`,
  );
}

export interface ExplainAnswer {
  readonly unit: Explanation['unit'];
  readonly steps: readonly (Omit<ExplanationStep, 'title' | 'lines'> & {
    readonly title: string;
    readonly lines: readonly string[];
  })[];
}

export function explainAnswer({ unit, steps }: Explanation, locale: Locale): ExplainAnswer {
  return {
    unit,
    steps: steps.map(step => ({ ...step, title: step.title[locale], lines: step.lines.map(line => line[locale]) })),
  };
}
