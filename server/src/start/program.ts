/**
 * Runs a program of ours with the code that an earlier run of the same build has compiled, which is most of what a short
 * run takes. Node's own compile cache keeps no function that is compiled when it is first called. Does not know what the
 * program does.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { compiledCodeFile, keepCompiledCode, readCompiledCode } from './compiledCode.ts';

/** Of every program, by file. */
declare const __PROGRAM_HASHES__: Readonly<Record<string, string>>;

/** A file beside this one, in ASCII. `way`: what is called alike needs the same functions. */
export function runProgram(file: string, way: string): void {
  const filename = join(__dirname, file);
  const [open, close] = ['(function (exports, require, module, __filename, __dirname) {', '\n})'];
  const source = `${open}${readFileSync(filename, 'latin1')}${close}`;
  const cacheFile = compiledCodeFile(__PROGRAM_HASHES__[file]!, way);
  const cachedData = cacheFile && readCompiledCode(cacheFile);
  const script = new Script(source, { filename, columnOffset: -open.length, ...(cachedData && { cachedData }) });
  if (cacheFile !== undefined && (cachedData === undefined || script.cachedDataRejected === true)) {
    process.on('exit', code => {
      if (code < 2) keepCompiledCode(cacheFile, script.createCachedData());
    });
  }
  const program = { exports: {} };
  script.runInThisContext()(program.exports, require, program, filename, __dirname);
}
