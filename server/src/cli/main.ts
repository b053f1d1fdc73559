/** `indicators`: picks the command, gives it a terminal, and turns what it says into an exit code. */
import { CannotRun } from '../base/cannotRun.ts';
import { type Locale, localeOf, localText } from '../base/locale.ts';
import { nearest } from '../base/nearest.ts';
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
import { readArguments } from './options.ts';
import { plannedCommands, stillToCome } from './planned.ts';
import { showsColours, writeTo } from './standardStreams.ts';
import { coloured, plain, type Terminal } from './terminal.ts';

const commands: readonly Command[] = [check, score, explain, diff, rules, init, lsp, mcp];

async function main(all: readonly string[]): Promise<number> {
  const [name, ...words] = withoutLeadingLocale(all);
  const terminal = terminalFor(all);
  try {
    const command = commands.find(each => each.name === (name === 'help' ? words[0] : name));
    if (name === undefined || name === '--help' || name === '-h' || (name === 'help' && command === undefined)) {
      const isAsked = name !== undefined;
      (isAsked ? terminal.out : terminal.err)(overview(commands, terminal.locale));
      return isAsked ? 0 : 2;
    }
    if (name === 'help' && command !== undefined) {
      terminal.out(commandHelp(command, terminal.locale));
      return 0;
    }
    if (name === '--version') {
      terminal.out(`${__VERSION__}\n`);
      return 0;
    }
    if (command === undefined) throw unknownCommand(name);
    const given = readArguments(words, command.options);
    if (given.has('help')) {
      terminal.out(commandHelp(command, terminal.locale));
      return 0;
    }
    return await command.run(given, terminal);
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    terminal.err(`indicators: ${plainText(error.text[terminal.locale])}\n`);
    return 2;
  }
}

declare const __VERSION__: string;

/** The language may stand before the command. */
function withoutLeadingLocale(words: readonly string[]): readonly string[] {
  if (words[0] === '--locale') return words.slice(2);
  return words[0]?.startsWith('--locale=') ? words.slice(1) : words;
}

function unknownCommand(name: string): CannotRun {
  const planned = stillToCome(name, plannedCommands);
  if (planned !== undefined) return new CannotRun(planned);
  const near = nearest(
    name,
    commands.map(command => command.name),
  );
  return new CannotRun(
    localText(
      `no command ${name}${near === undefined ? '' : `; did you mean ${near}?`} (indicators help lists them)`,
      `没有命令 ${name}${near === undefined ? '' : `；是否想用 ${near}？`}（indicators help 列出全部命令）`,
    ),
  );
}

function terminalFor(words: readonly string[]): Terminal {
  return {
    locale: wantedLocale(words),
    folder: process.cwd(),
    colours: showsColours(1) ? coloured : plain,
    out: text => writeTo(1, text),
    err: text => writeTo(2, text),
  };
}

function wantedLocale(words: readonly string[]): Locale {
  const at = words.findIndex(word => word === '--locale' || word.startsWith('--locale='));
  const given = at < 0 ? undefined : (words[at]!.split('=')[1] ?? words[at + 1]);
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const configured = () => configurationIn(process.cwd())?.locale?.value;
  return localeOf(given ?? configured() ?? (LC_ALL || LC_MESSAGES || LANG || systemLocale()));
}

/** Rules for plurals are the quickest way to ask. */
function systemLocale(): string {
  return new Intl.PluralRules().resolvedOptions().locale;
}

main(process.argv.slice(2)).then(
  code => {
    process.exitCode = code;
  },
  (error: unknown) => {
    writeTo(
      2,
      `indicators: internal error, please report it\n${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exitCode = 2;
  },
);
