import { localText } from '../../base/locale.ts';
import type { Rule } from '../rule.ts';
import { isAboutRobustness, structureProblems } from '../structureProblems.ts';

const definition = (parameters: string) =>
  `indicatorSystem: 1\nindicators:\n  - {id: a, name: A, normalise: {method: min-max${parameters}}}\n`;

export const notSupported: Rule = {
  code: 'not-supported',
  severity: 'error',
  level: 'text',
  title: localText('A part of the format that the engine cannot honour yet', '格式中计分引擎尚不支持的部分'),
  why: localText(
    'It is part of the format and will count one day. Until then scores would ignore it, so it is never passed over in silence.',
    '它属于格式的一部分，将来会起作用。目前得分不会考虑它，因此必须明确告知。',
  ),
  wrong: { definition: definition(', parameters: frozen') },
  right: { definition: definition('') },
  check: context => structureProblems(context, 'not-supported', problem => !isAboutRobustness(context, problem)),
};
