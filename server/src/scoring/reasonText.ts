/** The engine's reasons in words. */
import { type LocalText, localText } from '../base/locale.ts';
import type { Reason } from '../engine/column.ts';

export function reasonText(reason: Reason | 'no-weight-group'): LocalText {
  return texts[reason];
}

const texts: Readonly<Record<Reason | 'no-weight-group', LocalText>> = {
  present: localText('present', '有值'),
  missing: localText('the value is missing', '数据缺失'),
  'not-applicable': localText('it does not apply to this unit', '不适用于该评估对象'),
  invalid: localText('the cell is no number or grade that can be used', '单元格不是可用的数字或等级'),
  constant: localText('all values are equal, so the method is undefined', '所有取值相同，方法无定义'),
  'too-few-values': localText('there are fewer values than the method needs', '取值数量少于方法所需'),
  'non-positive': localText('the method needs values above 0', '方法要求数值大于 0'),
  'outside-scale': localText('the value is outside the scale', '数值超出得分区间'),
  'child-missing': localText('an indicator below is missing', '下级指标缺失'),
  'too-little-weight': localText('less weight than minShare is present', '有值的权重不足 minShare'),
  'too-few-children': localText('fewer indicators than minCount are present', '有值的指标数不足 minCount'),
  'no-children': localText('no indicator below has a score', '下级指标都没有得分'),
  'no-reference': localText('the reference unit has no value', '基准对象没有数据'),
  'reference-side': localText('the reference unit has the worst value itself', '基准对象自身取值最差'),
  'target-side': localText('the target is not better than the worst value', '目标值不优于最差值'),
  'no-weights': localText('the weights cannot be computed', '权重无法计算'),
  overflow: localText('the arithmetic left the range of numbers', '计算超出数值范围'),
  'denominator-missing': localText('the denominator is missing', '分母缺失'),
  'denominator-zero': localText('the denominator is 0', '分母为 0'),
  'no-weight-group': localText(
    'the unit is in none or in several of the groups that the weights differ by',
    '该评估对象不属于或同时属于多个权重分组',
  ),
};
