import { localText } from '../../base/locale.ts';
import { isLeaf } from '../../model/select.ts';
import { nameNode } from '../../model/siblings.ts';
import type { Selection } from '../../model/system.ts';
import type { Rule } from '../rule.ts';
import { listIn, nameIn } from '../words.ts';

export const missingSource: Rule = {
  code: 'missing-source',
  severity: 'hint',
  level: 'text',
  title: localText('Leaves without source, measure or description', '末级指标没有来源、计量单位或说明'),
  why: localText(
    'Who checks a value later needs to know where it came from and in what it is measured.',
    '日后核对数值的人需要知道它从哪里来、以什么计量。',
  ),
  source: localText('OECD/JRC Handbook (2008), step 2', 'OECD/JRC《复合指标构建手册》（2008）第 2 步'),
  wrong: { definition: 'indicatorSystem: 1\nindicators:\n  - {id: a, name: A}\n' },
  right: { definition: "indicatorSystem: 1\nindicators:\n  - {id: a, name: A, measure: '%'}\n" },
  *check({ system }) {
    const bare = system.framework.having(undocumented);
    const [first] = bare;
    if (first === undefined) return;
    yield {
      at: nameNode(first),
      message: localText(
        `no source, measure or description: ${listIn(
          bare.map(each => nameIn(each, 'en')),
          'en',
        )}`,
        `没有来源、计量单位或说明：${listIn(
          bare.map(each => nameIn(each, 'zh-CN')),
          'zh-CN',
        )}`,
      ),
      related: bare
        .slice(1)
        .map(each => ({ at: nameNode(each), message: localText(nameIn(each, 'en'), nameIn(each, 'zh-CN')) })),
    };
  },
};

const undocumented: Selection = own => isLeaf(own) && !own.isDocumented && own.bonus === undefined;
