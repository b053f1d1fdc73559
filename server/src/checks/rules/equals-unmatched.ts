import { localText } from '../../base/locale.ts';
import { isDecimalNotation } from '../../data/number.ts';
import { conditionsOf } from '../../model/conditions.ts';
import type { IndicatorSystem } from '../../model/system.ts';
import type { Written } from '../../model/written.ts';
import { cellText, findColumn } from '../../scoring/columnSearch.ts';
import { folded, isMissing, readYesNo } from '../../scoring/columns.ts';
import { type CellPosition, cellProblems, shownText } from '../cells.ts';
import type { DataContext, Rule } from '../rule.ts';

const definition =
  'indicatorSystem: 1\nunits: {id: name}\ndata: [{path: demo.csv}]\nindicators:\n  - {id: online, name: 网办率, normalise: none}\nadjustments:\n  - {id: offline, kind: veto, column: offline, equals: 是, then: {score: 59}}\n';

export const equalsUnmatched: Rule = {
  code: 'equals-unmatched',
  severity: 'warning',
  level: 'data',
  title: localText('A cell that is almost what `equals` looks for', '单元格与 `equals` 要找的文字只差写法'),
  why: localText(
    'A text must be exactly the same: “yes” is not “Yes”, and 1.0 is not 1. A veto does not strike such a unit, and a condition leaves it out, without a word.',
    '文字必须完全相同：“yes”不等于“Yes”，1.0 不等于 1。否则一票否决不会生效，条件也会漏掉该对象，且没有任何提示。',
  ),
  wrong: { definition, files: { 'demo.csv': 'name,online,offline\n海州,97,true\n江州,95,否\n' } },
  right: { definition, files: { 'demo.csv': 'name,online,offline\n海州,97,是\n江州,95,否\n' } },
  *check(context) {
    if (!context.data.isComplete) return;
    const asked = askedTexts(context.system);
    for (const { equals, column } of asked) {
      const source = findColumn(context.data.sources, column.value)?.source;
      if (source === undefined || equals.value === '' || !isMissing(source, equals.value)) continue;
      yield {
        at: equals.node,
        message: localText(
          `${shownText(equals.value)} is read as missing in this file: no cell is equal to it`,
          `该文件中“${shownText(equals.value)}”视为缺失：没有单元格与之相等`,
        ),
      };
    }
    yield* cellProblems(
      context,
      asked.flatMap(each => nearMisses(context, each)),
      ({ text, equals }) => ({
        message: localText(
          `${shownText(text)} is not ${shownText(equals.value)}, which \`equals\` looks for`,
          `“${shownText(text)}”不等于 \`equals\` 要找的“${shownText(equals.value)}”`,
        ),
        related: [{ at: equals.node, message: localText('looked for here', '要找的文字在此') }],
      }),
      localText('almost what `equals` looks for', '与 `equals` 要找的文字只差写法'),
    );
  },
};

interface AskedText {
  readonly column: Written<string>;
  readonly equals: Written<string>;
}

function askedTexts(system: IndicatorSystem): readonly AskedText[] {
  const vetoes = system.adjustments.filter(({ kind }) => kind?.value === 'veto');
  return [...vetoes, ...conditionsOf(system)].flatMap(({ column, equals }) =>
    column === undefined || equals === undefined ? [] : [{ column, equals }],
  );
}

function nearMisses({ data }: DataContext, { column, equals }: AskedText): readonly (CellPosition & AskedCell)[] {
  const place = findColumn(data.sources, column.value);
  if (place === undefined) return [];
  const source = place.source.index;
  const known = data.memory.of(data.tables, noTexts);
  const texts = known.get(column.value) ?? data.units.map(({ index }) => cellText(data, index, place));
  known.set(column.value, texts);
  const isFound = texts.includes(equals.value);
  return texts.flatMap((text, unit) => {
    const isNear = text !== equals.value && !isMissing(place.source, text) && isAlmost(text, equals.value, isFound);
    return isNear ? [{ source, row: data.rows[source]![unit]!, column: place.column, text, equals }] : [];
  });
}

/** By column: filled as they are asked for, and kept as long as the tables. */
function noTexts(): Map<string, readonly string[]> {
  return new Map();
}

interface AskedCell {
  readonly text: string;
  readonly equals: Written<string>;
}

/** In another case or width; where no cell is equal, also as another word for yes or no, or the same number. */
function isAlmost(text: string, wanted: string, isFound: boolean): boolean {
  if (folded(text) === folded(wanted)) return true;
  if (isFound) return false;
  const [one, other] = [readYesNo(text), readYesNo(wanted.trim())];
  if (typeof one === 'number') return one === other;
  return isDecimalNotation(text) && isDecimalNotation(wanted) && Number(text) === Number(wanted);
}
