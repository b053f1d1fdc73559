import { localText } from '../../base/locale.ts';
import type { Rule } from '../rule.ts';

const definition = (encoding: string) =>
  `indicatorSystem: 1\nunits: {id: code, name: name}\ndata: [{path: demo.csv, encoding: ${encoding}}]\nindicators:\n  - {id: online, name: 网办率, normalise: none}\n`;
const files = { 'demo.csv': 'code,name,online\na,北京市,97\nb,上海市,98\n' };

export const dataEncoding: Rule = {
  code: 'data-encoding',
  severity: 'warning',
  level: 'data',
  title: localText('The data file does not fit its encoding', '数据文件与其编码不符'),
  why: localText(
    'Names of units that were decoded wrongly join with nothing and look broken in every list.',
    '错误解码的对象名称无法与其他数据对应，在名单中也会显示为乱码。',
  ),
  wrong: { definition: definition('utf-16le'), files },
  right: { definition: definition('utf-8'), files },
  *check({ sources }) {
    for (const { declaration, file, table } of sources) {
      for (const { code, range, message } of table?.problems ?? []) {
        if (code !== 'replacement-characters') continue;
        const { encoding } = declaration;
        yield {
          at: { file, range },
          message,
          related:
            encoding === undefined
              ? []
              : [
                  {
                    at: encoding.node,
                    message: localText(`stated: ${encoding.value}`, `声明的编码：${encoding.value}`),
                  },
                ],
        };
      }
    }
  },
};
