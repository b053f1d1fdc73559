import { localText } from '../../base/locale.ts';
import type { Rule } from '../rule.ts';
import { isAboutRobustness, structureProblems } from '../structureProblems.ts';

export const robustnessNotRun: Rule = {
  code: 'robustness-not-run',
  severity: 'information',
  level: 'text',
  title: localText('The simulations are declared, but not run yet', '已声明稳健性模拟，但目前不运行'),
  why: localText(
    'They say how much ranks depend on the choices made. Scores, ranks and tiers do not need them and are complete.',
    '模拟说明位次在多大程度上取决于所作选择。得分、位次和档次不依赖它，均为完整结果。',
  ),
  source: localText(
    'OECD/JRC Handbook (2008), step 7: uncertainty and sensitivity analysis',
    'OECD/JRC《复合指标构建手册》（2008）第 7 步：不确定性与敏感性分析',
  ),
  wrong: {
    definition:
      'indicatorSystem: 1\nindicators:\n  - {id: a, name: A}\nrobustness: {runs: 1000, vary: [{weights: 25%, level: 1}]}\n',
  },
  right: { definition: 'indicatorSystem: 1\nindicators:\n  - {id: a, name: A}\n' },
  *check(context) {
    for (const { at } of structureProblems(context, 'not-supported', each => isAboutRobustness(context, each))) {
      yield {
        at,
        message: localText(
          'the simulations declared here are not run yet; scores and ranks do not depend on them',
          '此处声明的模拟目前不运行；得分和位次不受影响',
        ),
      };
    }
  },
};
