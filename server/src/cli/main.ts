/** `indicators`: picks the command, gives it a terminal, and turns what it says into an exit code. */
import { CannotRun, isCannotRun } from '../base/cannotRun.ts';
import { type Locale, localeOf, localText } from '../base/locale.ts';
import { nearest } from '../base/nearest.ts';
import { ownFolder } from '../start/keptFiles.ts';
import type { Command } from './command.ts';
import { check } from './commands/check.ts';
import { diff } from './commands/diff.ts';
import { explain } from './commands/explain.ts';
import { init } from './commands/init.ts';
import { lsp } from './commands/lsp.ts';
import { mcp } from './commands/mcp.ts';
import { rules } from './commands/rules.ts';
import { score } from './commands/score.ts';
import { configurationIn } from './configuration.ts';
import { plainText } from './formats/plainText.ts';
import { commandHelp, overview } from './help.ts';
import { type Keeping, removeOldAnswers } from './kept.ts';
import { readArguments } from './options.ts';
import { plannedCommands, stillToCome } from './planned.ts';
import { showsColours, widthOf, writeTo } from './standardStreams.ts';
import { coloured, plain, type Terminal } from './terminal.ts';

/** In the order of the help. Each is loaded when it is asked for. */
const commands: Readonly<Record<string, () => Command>> = {
  check: () => check,
  score: () => score,
  explain: () => explain,
  diff: () => diff,
  rules: () => rules,
  init: () => init,
  lsp: () => lsp,
  mcp: () => mcp,
};

async function main(all: readonly string[]): Promise<number> {
  const [name, ...words] = withoutLeadingLocale(all);
  const terminal = terminalFor(all);
  try {
    const command = commandNamed(name === 'help' ? words[0] : name);
    if (name === undefined || name === '--help' || name === '-h' || (name === 'help' && command === undefined)) {
      const isAsked = name !== undefined;
      const all = Object.values(commands).map(load => load());
      (isAsked ? terminal.out : terminal.err)(overview(all, terminal));
      return isAsked ? 0 : 2;
    }
    if (name === 'help' && command !== undefined) {
      terminal.out(commandHelp(command, terminal));
      return 0;
    }
    if (name === '--version') {
      terminal.out(`${__VERSION__}\n`);
      return 0;
    }
    if (command === undefined) throw unknownCommand(name);
    const given = readArguments(words, command.options);
    if (given.has('help')) {
      terminal.out(commandHelp(command, terminal));
      return 0;
    }
    const code = await command.run(given, terminal);
    if (terminal.keeping !== undefined) removeOldAnswers(terminal.keeping);
    return code;
  } catch (error) {
    if (!isCannotRun(error)) throw error;
    terminal.err(`indicators: ${plainText(error.text[terminal.locale])}\n`);
    return 2;
  }
}

declare const __VERSION__: string;
/** Another one wherever anything of the program is another. */
declare const __BUILD__: string;

function commandNamed(name: string | undefined): Command | undefined {
  return name !== undefined && Object.hasOwn(commands, name) ? commands[name]!() : undefined;
}

/** The language may stand before the command. */
function withoutLeadingLocale(words: readonly string[]): readonly string[] {
  if (words[0] === '--locale') return words.slice(2);
  return words[0]?.startsWith('--locale=') ? words.slice(1) : words;
}

function unknownCommand(name: string): CannotRun {
  const planned = stillToCome(name, plannedCommands);
  if (planned !== undefined) return new CannotRun(planned);
  const near = nearest(name, Object.keys(commands));
  return new CannotRun(
    localText(
      `no command ${name}${near === undefined ? '' : `; did you mean ${near}?`} (indicators help lists them)`,
      `没有命令 ${name}${near === undefined ? '' : `；是否想用 ${near}？`}（indicators help 列出全部命令）`,
    ),
  );
}

function terminalFor(words: readonly string[]): Terminal {
  const keeping = keepingFor(words);
  const width = widthOf(1);
  return {
    locale: wantedLocale(words, keeping),
    folder: workingFolder(),
    colours: showsColours(1) ? coloured : plain,
    out: text => writeTo(1, text),
    err: text => writeTo(2, text),
    ...(width !== undefined && { width }),
    ...(keeping && { keeping }),
  };
}

function keepingFor(words: readonly string[]): Keeping | undefined {
  if (words[0] !== 'check' || words.includes('--no-cache') || process.env.INDICATORS_NO_CACHE) return undefined;
  const folder = ownFolder('indicators-kept');
  return folder === undefined ? undefined : { folder, build: __BUILD__ };
}

function wantedLocale(words: readonly string[], keeping: Keeping | undefined): Locale {
  return localeOf(givenLocale(words) ?? configurationIn(workingFolder(), keeping)?.locale ?? usersLocale());
}

function givenLocale(words: readonly string[]): string | undefined {
  const at = words.findIndex(word => word === '--locale' || word.startsWith('--locale='));
  return at < 0 ? undefined : (words[at]!.split('=')[1] ?? words[at + 1]);
}

function usersLocale(): string {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return LC_ALL || LC_MESSAGES || LANG || systemLocale();
}

/** Rules for plurals are the quickest way to ask. */
function systemLocale(): string {
  return new Intl.PluralRules().resolvedOptions().locale;
}

/** Another process may have removed it. */
function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    throw new CannotRun(localText('the working folder is no longer there', '工作目录已不存在'));
  }
}

const words = process.argv.slice(2);
main(words).then(
  code => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const shown = isCannotRun(error)
      ? error.text[localeOf(givenLocale(words) ?? usersLocale())]
      : `internal error, please report it\n${error instanceof Error ? error.stack : String(error)}`;
    writeTo(2, `indicators: ${shown}\n`);
    process.exitCode = 2;
  },
);
