/**
 * What `indicators` starts with: runs the program with the code that an earlier run of the same build has compiled, which
 * is most of what a short check takes. Node's own compile cache keeps no function that is compiled when it is first called.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { compiledCodeFile, keepCompiledCode, readCompiledCode } from './compiledCode.ts';

declare const __PROGRAM_HASH__: string;

const filename = join(__dirname, 'commands.js');
const [open, close] = ['(function (exports, require, module, __filename, __dirname) {', '\n})'];
const source = `${open}${readFileSync(filename, 'latin1')}${close}`; // the build writes ASCII
const cacheFile = compiledCodeFile(__PROGRAM_HASH__, process.argv.slice(2));
const cachedData = cacheFile && readCompiledCode(cacheFile);
const script = new Script(source, { filename, columnOffset: -open.length, ...(cachedData && { cachedData }) });
if (cacheFile !== undefined && (cachedData === undefined || script.cachedDataRejected === true)) {
  process.on('exit', code => {
    if (code < 2) keepCompiledCode(cacheFile, script.createCachedData());
  });
}
const program = { exports: {} };
script.runInThisContext()(program.exports, require, program, filename, __dirname);
