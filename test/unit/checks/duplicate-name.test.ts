import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['duplicate-name'];

test('the same name, and names that only look different', () => {
  expectFindings(
    `indicators:
  - {id: a, name: Online services}
  - {id: b, name: online-services}
                  ^^^^^^^^^^^^^^^ warning duplicate-name: a has a name that reads the same: Online services
  - {id: c, name: Online services}
                  ^^^^^^^^^^^^^^^ warning duplicate-name: a has the same name: Online services
  - id: d
    name: {zh-CN: 在线服务, en: Online Services}
    ^^^^ warning duplicate-name: a has a name that reads the same: Online services
`,
    { codes },
  );
});

test('width, spaces and punctuation do not tell names apart', () => {
  expectFindings(
    `indicators:
  - {id: a, name: 网办率（%）}
  - {id: b, name: 网办 率(％)}
                  ^^^^^^^ warning duplicate-name: 与 a 的名称“网办率（%）”看起来相同
  - {id: c, name: 办结率}
`,
    { codes, locale: 'zh-CN' },
  );
});

test('different names, and an aggregate that repeats its one indicator', () => {
  expectFindings(
    `indicators:
  - {id: pm25, name: PM2.5}
  - {id: pm2, name: PM25}
  - {id: participation, name: E-Participation, indicators: [{id: epi, name: E-Participation}]}
  - {id: empty, name: ''}
  - {id: dash, name: —}
`,
    { codes },
  );
});

test('tiers', () => {
  expectFindings(
    `tiers:
  - {name: 优秀级, atLeast: 85}
  - {name: {zh-CN: 良好级, en: Good}, atLeast: 75}
  - {name: 优秀 级, atLeast: 60}
           ^^^^ warning duplicate-name: another tier has this name: 优秀级
  - {name: good}
           ^^^^ warning duplicate-name: another tier has this name: 良好级
indicators: []
`,
    { codes },
  );
});

test('the name that is the same is shown, in whatever language it is', () => {
  expectFindings(
    `indicatorSystem: 1
indicators:
  - {id: a, name: {zh-CN: 甲, en: Rate}}
  - {id: b, name: {zh-CN: 乙, en: Rate}}
            ^^^^ warning duplicate-name: a has the same name: Rate
`,
    { codes: ['duplicate-name'] },
  );
});
