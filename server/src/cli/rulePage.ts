/** A rule's page as Markdown, made from its record; what is found in its wrong example is what a check says. */
import type { Finding } from '../base/finding.ts';
import type { Locale } from '../base/locale.ts';
import type { Example, Rule } from '../checks/rule.ts';
import { Workspace } from '../workspace/workspace.ts';
import { severityWords } from './formats/text.ts';

const headings = {
  en: {
    why: 'Why it matters',
    source: 'Source',
    wrong: 'Wrong',
    right: 'Right',
    fix: 'Fix',
    noFix: 'None: what is right here is for a person to decide.',
    threshold: 'Another threshold',
    off: 'Switching it off',
    inFile: 'For the whole file, with the reason:',
    atLine: 'For one line, with the reason:',
    reason: 'why this is right here',
  },
  'zh-CN': {
    why: '为什么重要',
    source: '依据',
    wrong: '错误示例',
    right: '正确示例',
    fix: '修复',
    noFix: '无自动修复：应由人判断如何更正。',
    threshold: '更改阈值',
    off: '如何关闭',
    inFile: '对整个文件，并说明理由：',
    atLine: '对某一行，并说明理由：',
    reason: '说明为何此处无需遵守',
  },
};

const levels = {
  text: { en: 'checked in the definition alone', 'zh-CN': '仅检查定义文件' },
  data: { en: 'checked with the data', 'zh-CN': '结合数据检查' },
  suppression: { en: 'checked in the definition alone', 'zh-CN': '仅检查定义文件' },
};

export function rulePage(rule: Rule, locale: Locale): string {
  const words = headings[locale];
  const found = findingsOfWrong(rule);
  const fixes = [...new Set(found.flatMap(each => each.fixes).map(({ title }) => title[locale]))];
  const silenced = rule.code === 'unused-suppression' || rule.code === 'suppression-without-reason';
  return parts([
    `# ${rule.code}`,
    rule.title[locale],
    `*${severityWords[locale][rule.severity]}${locale === 'en' ? ', ' : '，'}${levels[rule.level][locale]}*`,
    `## ${words.why}`,
    rule.why[locale],
    rule.source === undefined ? undefined : `${words.source}${locale === 'en' ? ': ' : '：'}${rule.source[locale]}`,
    `## ${words.wrong}`,
    example(rule.wrong),
    ...found.map(({ message }) => `> ${message[locale]}`),
    `## ${words.right}`,
    example(rule.right),
    `## ${words.fix}`,
    fixes.length === 0 ? words.noFix : fixes.map(title => `* ${title}`).join('\n'),
    ...(rule.threshold === undefined
      ? []
      : [`## ${words.threshold}`, setting(rule.code, `threshold: ${rule.threshold}`, words.reason)]),
    `## ${words.off}`,
    words.inFile,
    setting(rule.code, 'severity: off', words.reason),
    ...(silenced ? [] : [words.atLine, fenced(`# indicators-disable-next-line ${rule.code}: ${words.reason}`, 'yaml')]),
  ]);
}

function setting(code: string, what: string, reason: string): string {
  return fenced(`rules:\n  ${code}: {${what}, reason: ${reason}}`, 'yaml');
}

function example({ definition, files = {} }: Example): string {
  const others = Object.entries(files).flatMap(([name, text]) => [`\`${name}\``, fenced(text.trimEnd())]);
  return [fenced(definition.trimEnd(), 'yaml'), ...others].join('\n\n');
}

function fenced(text: string, language = ''): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

function parts(paragraphs: readonly (string | undefined)[]): string {
  return `${paragraphs.filter(each => each !== undefined).join('\n\n')}\n`;
}

function findingsOfWrong({ code, wrong: { definition, files = {} } }: Rule): readonly Finding[] {
  const [folder, workspace] = ['file:///', new Workspace()];
  const file = `${folder}demo.indicators.yaml`;
  workspace.openDefinition(file, definition);
  for (;;) {
    const { definitions, dataFiles } = workspace.wanted(file);
    if (definitions.length + dataFiles.length === 0) break;
    const textOf = (uri: string) => files[decodeURIComponent(uri.slice(folder.length))];
    for (const uri of definitions) {
      const text = textOf(uri);
      workspace.setDefinition(uri, text === undefined ? { kind: 'missing' } : { kind: 'text', text });
    }
    for (const uri of dataFiles) {
      const text = textOf(uri);
      const bytes = text === undefined ? undefined : new TextEncoder().encode(text);
      workspace.setDataFile(uri, bytes === undefined ? { kind: 'missing' } : { kind: 'bytes', bytes });
    }
  }
  return workspace.findings(file).filter(finding => finding.code === code);
}
