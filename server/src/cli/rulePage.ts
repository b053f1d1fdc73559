/** A rule's page as Markdown, made from its record. */
import type { Locale } from '../base/locale.ts';
import type { Example, Rule } from '../checks/rule.ts';

const headings = {
  en: {
    why: 'Why it matters',
    source: 'Source',
    wrong: 'Wrong',
    right: 'Right',
    off: 'Switching it off',
    reason: 'why this is right here',
  },
  'zh-CN': {
    why: '为什么重要',
    source: '依据',
    wrong: '错误示例',
    right: '正确示例',
    off: '如何关闭',
    reason: '说明为何此处无需遵守',
  },
};

export function rulePage(rule: Rule, locale: Locale): string {
  const words = headings[locale];
  return `# ${rule.code}

${rule.title[locale]} (${rule.severity})

## ${words.why}

${rule.why[locale]}
${rule.source === undefined ? '' : `\n${words.source}: ${rule.source}\n`}
## ${words.wrong}

${example(rule.wrong)}
## ${words.right}

${example(rule.right)}
## ${words.off}

\`\`\`yaml
rules:
  ${rule.code}: {severity: off, reason: ${words.reason}}
\`\`\`
`;
}

function example({ definition, files = {} }: Example): string {
  const data = Object.entries(files).map(([name, text]) => `\n\`${name}\`\n\n\`\`\`\n${text.trimEnd()}\n\`\`\`\n`);
  return `\`\`\`yaml\n${definition.trimEnd()}\n\`\`\`\n${data.join('')}`;
}
