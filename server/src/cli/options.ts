/** Command line arguments against what a command takes; anything else is a usage error with the nearest option named. */
import { parseArgs } from 'node:util';
import { CannotRun } from '../base/cannotRun.ts';
import type { LocalText } from '../base/locale.ts';
import { localText } from '../base/locale.ts';
import { nearest } from '../base/nearest.ts';
import { plannedOptions, stillToCome } from './planned.ts';

export interface Option {
  readonly name: string;
  /** What stands for the value in the help; an option without it is a switch. */
  readonly value?: string;
  readonly isRepeatable?: boolean;
  readonly choices?: readonly string[];
  /** Takes several values, with commas between them or as the next words: what such a word is. */
  readonly isFurtherValue?: (word: string) => boolean;
  readonly about: LocalText;
}

export interface Arguments {
  readonly paths: readonly string[];
  /** All values of an option, in order. */
  readonly all: (name: string) => readonly string[];
  /** The last value of an option. */
  readonly value: (name: string) => string | undefined;
  readonly has: (name: string) => boolean;
}

/** Options that every command takes. */
export const commonOptions: readonly Option[] = [
  {
    name: 'locale',
    value: 'en|zh-CN',
    choices: ['en', 'zh-CN'],
    about: localText(
      'language of messages (default: the project’s, else the system’s)',
      '消息语言（默认随项目配置，否则随系统）',
    ),
  },
  { name: 'help', about: localText('this help', '显示帮助') },
];

export function readArguments(words: readonly string[], options: readonly Option[]): Arguments {
  const config = Object.fromEntries(
    [...options, ...commonOptions].map(({ name, value }) => [
      name,
      {
        type: value === undefined ? ('boolean' as const) : ('string' as const),
        multiple: true as const,
        ...(name === 'help' && { short: 'h' }),
      },
    ]),
  );
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options: config,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = [...options, ...commonOptions].find(({ name }) => name === token.name);
    if (option === undefined) throw unknownOption(token.rawName, options);
    if (option.value !== undefined && token.value === undefined)
      throw new CannotRun(
        localText(`${token.rawName} needs a value: ${option.value}`, `${token.rawName} 需要一个值：${option.value}`),
      );
    if (option.choices !== undefined && !option.choices.includes(token.value ?? ''))
      throw wrongChoice(token.rawName, token.value ?? '', option.choices);
  }
  const further = furtherValues(tokens, options);
  const all = (name: string) => {
    const given = ((values[name] ?? []) as (string | boolean)[]).map(String);
    const words = [...further].flatMap(([word, option]) => (option.name === name ? [positionals[word]!] : []));
    const isList = options.some(option => option.name === name && option.isFurtherValue !== undefined);
    return isList ? [...given, ...words].flatMap(one => one.split(',')) : given;
  };
  const paths = positionals.filter((_, word) => !further.has(word));
  return { paths, all, value: name => all(name).at(-1), has: name => values[name] !== undefined };
}

type Tokens = NonNullable<ReturnType<typeof parseArgs>['tokens']>;

/** Words that stand after an option’s value and are values too, by their position among the words. */
function furtherValues(tokens: Tokens, options: readonly Option[]): ReadonlyMap<number, Option> {
  const found = new Map<number, Option>();
  let open: Option | undefined;
  let word = -1;
  for (const token of tokens) {
    if (token.kind === 'option') open = options.find(({ name }) => name === token.name);
    else if (token.kind === 'option-terminator') open = undefined;
    else {
      word++;
      if (open?.isFurtherValue?.(token.value)) found.set(word, open);
      else open = undefined;
    }
  }
  return found;
}

function unknownOption(name: string, options: readonly Option[]): CannotRun {
  const planned = stillToCome(name, plannedOptions);
  if (planned !== undefined) return new CannotRun(planned);
  const known = [...options, ...commonOptions].map(option => `--${option.name}`);
  const near = nearest(name, known);
  return new CannotRun(
    localText(
      `unknown option ${name}${near === undefined ? '' : `; did you mean ${near}?`}`,
      `未知选项 ${name}${near === undefined ? '' : `；是否想用 ${near}？`}`,
    ),
  );
}

function wrongChoice(name: string, value: string, choices: readonly string[]): CannotRun {
  const list = choices.join(', ');
  return new CannotRun(localText(`${name} is one of ${list}, not ${value}`, `${name} 只能是 ${list}，不能是 ${value}`));
}
