/** Findings that are known and accepted: a file of fingerprints, written by `--format baseline=FILE`. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CannotRun } from '../base/cannotRun.ts';
import { localText } from '../base/locale.ts';
import { fingerprints } from './fingerprint.ts';
import type { CheckResult } from './printable.ts';
import type { Terminal } from './terminal.ts';

export function withoutKnown(result: CheckResult, path: string | undefined, { folder }: Terminal): CheckResult {
  if (path === undefined) return result;
  const known = readBaseline(resolve(folder, path), path);
  const prints = fingerprints(result);
  return { ...result, findings: result.findings.filter(finding => !known.has(prints.get(finding)!)) };
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
