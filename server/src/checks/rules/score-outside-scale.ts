import { localText } from '../../base/locale.ts';
import { hasScale } from '../../model/header.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import type { Node } from '../../syntax/tree.ts';
import { cellProblems, cellsWithout, readBy } from '../cells.ts';
import type { Problem, Rule } from '../rule.ts';
import { nameIn, numberText } from '../words.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: code}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: none}\n';

export const scoreOutsideScale: Rule = {
  code: 'score-outside-scale',
  severity: 'error',
  level: 'data',
  title: localText('A value that should be a score lies outside the scale', '应为得分的数值超出得分区间'),
  why: localText(
    'Without a normalise method the value is the score. Outside the scale it would count more than anything can, so it gives no score.',
    '不作无量纲化时，数值就是得分。超出得分区间的值会获得不应有的影响，因此不计得分。',
  ),
  wrong: { definition, files: { 'demo.csv': 'code,online\na,97\nb,970\n' } },
  right: { definition, files: { 'demo.csv': 'code,online\na,97\nb,100\n' } },
  *check(context) {
    if (!hasScale(context.system)) return;
    const outside = cellsWithout(context, 'outside-scale');
    const isGiven = ({ own }: Indicator) =>
      own.categories !== undefined || own.steps !== undefined || own.checklist !== undefined;
    const [start, end] = context.system.scale.map(numberText);
    const scale = localText(`outside the scale ${start}–${end}`, `超出得分区间 ${start}–${end}`);
    for (const indicator of new Set(outside.map(each => each.indicator))) {
      if (isGiven(indicator)) yield* givenValues(context.system, indicator);
    }
    yield* cellProblems(
      context,
      outside.filter(({ indicator }) => !isGiven(indicator)),
      ({ value, indicator }) => ({
        message: localText(`${numberText(value)} is ${scale.en}`, `${numberText(value)} ${scale['zh-CN']}`),
        related: readBy(indicator),
      }),
      scale,
    );
  },
};

/** Values that the definition itself gives: the fault is there, not in the cells. */
function* givenValues({ scale: [start, end] }: IndicatorSystem, indicator: Indicator): Iterable<Problem> {
  const { categories, steps, checklist } = indicator.own;
  const given: { value: number; node: Node }[] = [
    ...(categories?.values.values() ?? []),
    ...(steps?.steps.flatMap(({ value }) => value ?? []) ?? []),
  ];
  const points = [...(checklist?.points.values() ?? [])].reduce((total, { value }) => total + value, 0);
  if (checklist !== undefined) given.splice(0, given.length, { value: points, node: checklist.entry.key });
  for (const { value, node } of given) {
    if (value >= start && value <= end) continue;
    const figures = `${numberText(start)}–${numberText(end)}`;
    yield {
      at: node,
      message: localText(
        `${nameIn(indicator, 'en')} gives ${numberText(value)}, outside the scale ${figures}`,
        `“${nameIn(indicator, 'zh-CN')}”取值 ${numberText(value)}，超出得分区间 ${figures}`,
      ),
    };
  }
}
