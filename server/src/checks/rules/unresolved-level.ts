import { localText } from '../../base/locale.ts';
import { deepestLevel } from '../../model/levels.ts';
import type { IndicatorSystem, Selection } from '../../model/system.ts';
import type { Written } from '../../model/written.ts';
import { valueAt } from '../../syntax/tree.ts';
import type { Rule } from '../rule.ts';

const definition = (level: number) =>
  `indicatorSystem: 1\nindicators:\n  - {id: a, name: A, indicators: [{id: b, name: B}, {id: c, name: C}]}\nranking: {eligible: {minShare: 0.66, level: ${level}}}\n`;

export const unresolvedLevel: Rule = {
  code: 'unresolved-level',
  severity: 'error',
  level: 'text',
  title: localText('A reference to a level that is not there', '引用了不存在的层级'),
  why: localText(
    'Where shares of the data are asked for on a level without indicators, no unit can have them, and none is ranked.',
    '若在没有指标的层级上要求数据占比，任何对象都无法满足，也就没有对象参与排名。',
  ),
  wrong: { definition: definition(5) },
  right: { definition: definition(1) },
  *check({ system }) {
    const deepest = deepestLevel(system);
    if (deepest === 0) return;
    for (const { value, node } of levelReferences(system)) {
      if (value <= deepest) continue;
      yield {
        at: node,
        message: localText(
          `no indicator stands on level ${value}; the deepest is level ${deepest}`,
          `第 ${value} 级没有指标，最深为第 ${deepest} 级`,
        ),
      };
    }
  },
};

function levelReferences({ ranking, defaults, framework }: IndicatorSystem): readonly Written<number>[] {
  const imputations = [defaults.impute, ...framework.having(withImputation).map(({ own }) => own.impute)];
  const across = imputations.flatMap(impute => {
    const written = impute?.across;
    if (typeof written?.value !== 'number') return [];
    return { value: written.value, node: valueAt(written.node, 'level') ?? written.node };
  });
  const eligible = ranking.eligible?.level;
  return [...(eligible === undefined ? [] : [eligible]), ...across];
}

const withImputation: Selection = ({ impute }) => impute !== undefined;
