import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['missing-source'];

test('one finding a file, with the list', () => {
  expectFindings(
    `indicators:
  - id: a
    name: A
    indicators:
      - {id: a1, name: A1, measure: '%'}
      - {id: a2, name: A2}
             ^^ hint missing-source: no source, measure or description: A2, A3
      - {id: a3, name: A3}
  - {id: b, name: B, source: office}
  - {id: c, name: C, description: words}
  - {id: d, name: D, bonus: {cap: 1}}
`,
    { codes },
  );
});

test('in Chinese, five names and how many more; an empty key says nothing', () => {
  expectFindings(
    `indicators:
  - {name: 甲}
           ^ hint missing-source: 没有来源、计量单位或说明：甲、乙、丙、丁、戊 等 6 个
  - {name: 乙}
  - {name: 丙}
  - {name: 丁}
  - {name: 戊}
  - name: 己
    source:
`,
    { codes, locale: 'zh-CN' },
  );
});
