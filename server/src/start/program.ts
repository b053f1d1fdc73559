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

/** A file beside this one, and those that it requires. `way`: what is called alike needs the same functions. */
export function runProgram(first: string, way: string): void {
  const loaded = new Map<string, { exports: unknown }>();
  const load = (file: string): unknown => {
    const known = loaded.get(file);
    if (known !== undefined) return known.exports;
    const program = { exports: {} };
    loaded.set(file, program);
    const filename = join(__dirname, file);
    compiled(filename, __PROGRAM_HASHES__[file]!, way)(program.exports, requireAny, program, filename, __dirname);
    return program.exports;
  };
  const requireAny = (name: string): unknown => {
    const file = name.replace(/^\.\//, '');
    return Object.hasOwn(__PROGRAM_HASHES__, file) ? load(file) : require(name);
  };
  load(first);
}

/** In ASCII. */
function compiled(filename: string, hash: string, way: string) {
  const [open, close] = ['(function (exports, require, module, __filename, __dirname) {', '\n})'];
  const source = `${open}${readFileSync(filename, 'latin1')}${close}`;
  const cacheFile = compiledCodeFile(hash, way);
  const cachedData = cacheFile && readCompiledCode(cacheFile);
  const script = new Script(source, { filename, columnOffset: -open.length, ...(cachedData && { cachedData }) });
  if (cacheFile !== undefined && (cachedData === undefined || script.cachedDataRejected === true)) {
    process.on('exit', code => {
      if (code < 2) keepCompiledCode(cacheFile, script.createCachedData());
    });
  }
  return script.runInThisContext();
}
