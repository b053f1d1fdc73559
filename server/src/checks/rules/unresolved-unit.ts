import { localText } from '../../base/locale.ts';
import type { Inheritable } from '../../model/indicator.ts';
import type { IndicatorSystem, Selection } from '../../model/system.ts';
import { text, type Written } from '../../model/written.ts';
import { type BoundData, findUnit } from '../../scoring/bind/bind.ts';
import type { Rule } from '../rule.ts';
import { isReadable } from '../tables.ts';
import { unresolvedProblem } from '../unresolved.ts';

const definition = (unit: string) =>
  `indicatorSystem: 1\nunits: {id: name}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: none}\nexpect:\n  - {rank: {unit: ${unit}}, is: 1}\n`;
const files = { 'demo.csv': 'name,online\n北京市,97\n上海市,95\n' };

export const unresolvedUnit: Rule = {
  code: 'unresolved-unit',
  severity: 'error',
  level: 'data',
  title: localText('A unit that the data do not have', '数据中没有所引用的评估对象'),
  why: localText(
    'A known result of a unit that is not there checks nothing, a misspelt name in a list order goes to the end, and with a reference that is not there nothing is compared.',
    '对不存在对象的预期结果无法核对；序列中写错的名称会使该对象排到最后；基准对象不存在则无从比较。',
  ),
  wrong: { definition: definition('北京'), files },
  right: { definition: definition('北京市'), files },
  *check(context) {
    const { tree, system, data } = context;
    if (!isReadable(context) || data.units.length === 0) return;
    const unknown = referencesOf(system).filter(({ value }) => findUnit(data, value) === undefined);
    if (unknown.length === 0) return;
    const names = [...new Set(data.units.flatMap(({ id, name }) => [id, name]))];
    let nReported = 0;
    for (const reference of unknown) {
      const isShared = data.units.filter(({ name }) => name === reference.value).length > 1;
      yield isShared
        ? {
            at: reference.node,
            message: localText(
              `${reference.value} is the name of several units: write the id (${sharedIds(data, reference.value).join(', ')})`,
              `有多个对象名为“${reference.value}”，请改写标识（${sharedIds(data, reference.value).join('、')}）`,
            ),
          }
        : unresolvedProblem(tree, reference, nReported++ < mostOffers ? names : [], { en: 'unit', zh: '评估对象' });
    }
  },
};

/** A list in which every name is wrong is not compared with every unit. */
const mostOffers = 20;

function referencesOf(system: IndicatorSystem): readonly Written<string>[] {
  const { units, expectations, defaults, aggregate, framework, ranking } = system;
  const claimed = expectations.flatMap(({ claim }) => {
    if (claim?.kind === 'members') return claim.are;
    return claim?.kind === 'rank' || claim?.kind === 'score' ? [claim.unit] : [];
  });
  const compared = [defaults, aggregate, ...framework.having(withReference).map(({ own }) => own)].flatMap(referenceOf);
  const listed = units.order.kind === 'list' ? units.order.units : [];
  const named = [...(ranking.eligible?.include ?? []), ...(ranking.eligible?.exclude ?? [])];
  return [...listed, ...units.aliases.values(), ...compared, ...named, ...claimed];
}

const withReference: Selection = own => referenceOf(own).length > 0;

/** The unit that others are compared with, in a method of a leaf or of an aggregate. */
function referenceOf({ normalise, standardise }: Inheritable): readonly Written<string>[] {
  return [normalise, standardise].flatMap(method => {
    const unit = method?.parameters.get('unit');
    const value = unit && text(unit.node);
    return unit === undefined || value === undefined ? [] : { ...unit, value };
  });
}

function sharedIds({ units }: BoundData, name: string): readonly string[] {
  return units.filter(unit => unit.name === name).map(({ id }) => id);
}
