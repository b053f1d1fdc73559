/** The records of the methods as Markdown. The records themselves are the engine's. */
import type { Locale } from '../base/locale.ts';
import { methodPageAddress } from '../checks/rulePages.ts';
import { aggregateMethods } from '../engine/aggregate/index.ts';
import { imputeMethods } from '../engine/impute/index.ts';
import type { MethodRecord } from '../engine/method.ts';
import { normaliseMethods } from '../engine/normalise/index.ts';
import { transformMethods } from '../engine/treat/index.ts';
import { weightMethods } from '../engine/weight/index.ts';
import { bullets, code, escaped, paragraphs } from './markdown.ts';

/** A method with its formula, parameters, degenerate cases and source. */
export function methodText(record: MethodRecord, locale: Locale): string {
  const isEnglish = locale === 'en';
  const negative = negativeFormula(record);
  const parameters = record.parameters.map(({ id, meaning, default: usual }) => {
    const otherwise = usual === undefined ? '' : isEnglish ? ` Default: ${code(usual)}.` : `默认 ${code(usual)}。`;
    return `${code(id)} ${escaped(meaning[locale])}${otherwise}`;
  });
  return paragraphs([
    `**${escaped(record.title[locale])}** ${code(record.id)}`,
    escaped(record.meaning[locale]),
    code(record.formula),
    negative === undefined ? undefined : `${isEnglish ? 'negative: ' : '逆向：'}${code(negative)}`,
    bullets(parameters),
    bullets(record.edges.map(({ text }) => escaped(text[locale]))),
    `${isEnglish ? 'Source: ' : '出处：'}${escaped(record.source)}`,
    `[${isEnglish ? 'The method’s page, with a worked example' : '方法说明与算例'}](${methodPageAddress(stepOf(record), record.id, locale)})`,
  ]);
}

/** The formula that holds for a direction. */
export function formulaOf(record: MethodRecord, direction: 'positive' | 'negative'): string {
  return direction === 'negative' ? (negativeFormula(record) ?? record.formula) : record.formula;
}

export function normalisation(name: string): MethodRecord | undefined {
  return own(normaliseMethods as unknown as Readonly<Record<string, MethodRecord>>, name);
}

export function aggregation(name: string): MethodRecord | undefined {
  return own(aggregateMethods, name);
}

export function weighting(name: string): MethodRecord | undefined {
  return own(weightMethods as unknown as Readonly<Record<string, MethodRecord>>, name);
}

export function imputation(name: string): MethodRecord | undefined {
  return own(imputeMethods, name);
}

/** Of `treat`, under `then`. */
export function transformation(name: string): MethodRecord | undefined {
  return own(transformMethods, name);
}

/** The step whose folder of pages holds the method’s. */
function stepOf(record: MethodRecord): string {
  const steps = { impute: imputation, treat: transformation, normalise: normalisation, weight: weighting };
  return Object.entries(steps).find(([, find]) => find(record.id) === record)?.[0] ?? 'aggregate';
}

function own(methods: Readonly<Record<string, MethodRecord>>, name: string): MethodRecord | undefined {
  return Object.hasOwn(methods, name) ? methods[name] : undefined;
}

function negativeFormula(record: MethodRecord): string | undefined {
  const written = 'formulaNegative' in record ? record.formulaNegative : undefined;
  return typeof written === 'string' && written !== record.formula ? written : undefined;
}
