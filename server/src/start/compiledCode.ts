/** Where the compiled code of earlier runs is kept. Does not know what is compiled. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keepFile, ownFolder, removeOldest } from './keptFiles.ts';

/** Of about two megabytes each. */
const mostKept = 20;

/**
 * The file for this build, this V8 and this way of calling. `undefined`: none is to be used. The environment variables are
 * those of Node's own compile cache.
 */
export function compiledCodeFile(build: string, way: string): string | undefined {
  const { NODE_DISABLE_COMPILE_CACHE, NODE_COMPILE_CACHE } = process.env;
  if (NODE_DISABLE_COMPILE_CACHE === '1') return undefined;
  const folder = ownFolder('indicators-code', NODE_COMPILE_CACHE);
  const { versions, arch } = process;
  const name = `${build}-v${versions.v8}-${arch}-${way.replace(/[^a-z-]/g, '').slice(0, 80)}`;
  return folder && join(folder, name);
}

/** `undefined` where there is none, or not as it was written, which is twice: V8 takes what it is given. */
export function readCompiledCode(file: string): Uint8Array | undefined {
  try {
    const kept = readFileSync(file);
    const code = kept.subarray(0, kept.length / 2);
    return kept.length > 0 && code.equals(kept.subarray(code.length)) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** A file that cannot be kept is not: the next run takes longer. */
export function keepCompiledCode(file: string, code: Uint8Array): void {
  keepFile(file, Buffer.concat([code, code]));
  removeOldest(dirname(file), /^[0-9a-f]{16}-v/, mostKept);
}
