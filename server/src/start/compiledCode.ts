/**
 * Where the compiled code of earlier runs is kept: in a folder for temporary files that belongs to the user and that
 * nobody else may write. Does not know what is compiled.
 */
import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Of about two megabytes each. */
const mostKept = 20;

/**
 * The file for this build, this V8 and this way of calling. `undefined`: none is to be used. The environment variables are
 * those of Node's own compile cache.
 */
export function compiledCodeFile(build: string, way: string): string | undefined {
  const { NODE_DISABLE_COMPILE_CACHE, NODE_COMPILE_CACHE } = process.env;
  if (NODE_DISABLE_COMPILE_CACHE === '1') return undefined;
  const user = process.getuid?.() ?? 0;
  const folder = NODE_COMPILE_CACHE || join(tmpdir(), `indicators-code-${user}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = lstatSync(folder);
    const isOwn = process.getuid === undefined || (uid === user && (mode & 0o022) === 0);
    const { versions, arch } = process;
    const name = `${build}-v${versions.v8}-${arch}-${way.replace(/[^a-z-]/g, '').slice(0, 80)}`;
    return isOwn ? join(folder, name) : undefined;
  } catch {
    return undefined;
  }
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
  const unfinished = `${file}.${process.pid}`;
  try {
    writeFileSync(unfinished, Buffer.concat([code, code]), { mode: 0o600 });
    renameSync(unfinished, file);
    removeOld(dirname(file));
  } catch {
    rmSync(unfinished, { force: true });
  }
}

/** All but the files kept last. */
function removeOld(folder: string): void {
  const names = readdirSync(folder).filter(name => /^[0-9a-f]{16}-v/.test(name));
  const files = names.map(name => join(folder, name)).map(path => ({ path, time: statSync(path).mtimeMs }));
  for (const { path } of files.sort((a, b) => b.time - a.time).slice(mostKept)) rmSync(path, { force: true });
}
