/** What `indicators` starts with. */
import { runProgram } from './program.ts';

const words = process.argv.slice(2);
runProgram('commands.js', wayOfCalling(words));

/** The command and the switches without their values: each way needs other functions. */
function wayOfCalling([command = '', ...others]: readonly string[]): string {
  const switches = others.flatMap(word => /^--[a-z-]+/.exec(word) ?? []);
  return [command, ...new Set(switches.sort())].join('');
}
