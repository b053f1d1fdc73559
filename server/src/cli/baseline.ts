/** Findings that are known and accepted: a file of fingerprints, written by `--format baseline=FILE`. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CannotRun } from '../base/cannotRun.ts';
import { localText } from '../base/locale.ts';
import { fingerprints } from './fingerprint.ts';
import type { CheckResult } from './printable.ts';
import { say, type Terminal } from './terminal.ts';

/** Says how many there were: what is accepted is not forgotten. */
export function withoutKnown(result: CheckResult, path: string | undefined, terminal: Terminal): CheckResult {
  if (path === undefined) return result;
  const known = readBaseline(resolve(terminal.folder, path), path);
  const prints = fingerprints(result);
  const findings = result.findings.filter(finding => !known.has(prints.get(finding)!));
  const nKnown = result.findings.length - findings.length;
  const said = localText(
    `${nKnown} known ${nKnown === 1 ? 'finding' : 'findings'} of ${path} left out`,
    `已略去 ${path} 中的 ${nKnown} 个已知发现`,
  );
  if (nKnown > 0) terminal.err(`${say(terminal, said)}\n`);
  return { ...result, findings };
}

function readBaseline(path: string, shown: string): ReadonlySet<string> {
  try {
    const { known } = JSON.parse(readFileSync(path, 'utf8')) as { known: Record<string, string> };
    return new Set(Object.keys(known));
  } catch {
    throw new CannotRun(
      localText(
        `${shown} is no baseline: make one with --format baseline=${shown}`,
        `${shown} 不是基线文件：请用 --format baseline=${shown} 生成`,
      ),
    );
  }
}
