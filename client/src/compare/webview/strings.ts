/** The words of the page itself; those of the comparison come with it. */

export interface Strings {
  readonly locale: 'en' | 'zh-CN';
  readonly comparison: string;
  readonly comparing: string;
  readonly against: (base: string) => string;
  readonly choose: string;
  readonly refresh: string;
  readonly more: (count: number) => string;
  readonly unreadable: string;
  readonly starting: string;
  readonly stopped: string;
}

export function stringsFor(locale: 'en' | 'zh-CN'): Strings {
  return locale === 'en' ? english : chinese;
}

const english: Strings = {
  locale: 'en',
  comparison: 'Comparison',
  comparing: 'Comparing…',
  against: base => `against ${base}`,
  choose: 'Compare with…',
  refresh: 'Refresh',
  more: count => `Show ${count} more`,
  unreadable: 'The text cannot be read now: see the problems. What is shown is older.',
  starting: 'The language server is starting.',
  stopped: 'The language server does not answer. What is shown may be out of date.',
};

const chinese: Strings = {
  locale: 'zh-CN',
  comparison: '比较',
  comparing: '正在比较…',
  against: base => `与 ${base} 比较`,
  choose: '与…比较',
  refresh: '刷新',
  more: count => `显示其余 ${count} 行`,
  unreadable: '当前文本无法读取，请查看问题。所示内容是之前的。',
  starting: '语言服务器正在启动。',
  stopped: '语言服务器没有响应，所示内容可能已过时。',
};
