import { test } from 'vitest';
import { expectFindings } from '../../support/annotated.ts';

const codes = ['data-unit-name'];
const definition = `indicatorSystem: 1
units: {id: code, name: name}
data: [{path: demo.csv}, {path: more.csv}]
indicators:
  - {id: online, name: 网办率, normalise: none}
  - {id: reply, name: 答复率, normalise: none}
`;
const main = 'code,name,online\n11,北京市,97\n12,天津市,95\n13,河北省,90\n';

test('keys that mean other units in another file', () => {
  expectFindings(definition, {
    codes,
    files: {
      'demo.csv': main,
      'more.csv': `code,name,reply
11,北京市,80
12,河北省,70
   ^^^ warning data-unit-name: row 3, column name: 12 is called 河北省 here, but that is 13
13,天津市,60
   ^^^ warning data-unit-name: row 4, column name: 13 is called 天津市 here, but that is 12
`,
    },
  });
});

test('another writing, another language, a name of nobody and one that several share are no mistake of keys', () => {
  const more = 'code,name,reply\n11,Beijing,80\n12,天津,70\n13,冀,60\n';
  expectFindings(definition, { codes, files: { 'demo.csv': main, 'more.csv': more } });
  expectFindings(definition, {
    codes,
    files: {
      'demo.csv': 'code,name,online\n1,鼓楼区,97\n2,鼓楼区,95\n3,台江区,90\n',
      'more.csv': 'code,name,reply\n1,鼓楼区,97\n2,鼓楼区,95\n3,鼓楼区,90\n',
    },
  });
});
