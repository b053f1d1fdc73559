/** Build step: the licences of what others wrote and the bundles carry, as their licences ask. Knows bundles by esbuild's record. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One text for all bundles. A package without a licence fails the build. */
export function thirdPartyNotices(metafiles) {
  const paths = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(paths.flatMap(path => path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/) ?? []));
  const notices = [...folders].sort().map(noticeOf);
  return `What these programs carry that others wrote, and its licences.\n\n${notices.join('\n\n')}\n`;
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find(each => /^licen[cs]e/i.test(each));
  if (file === undefined) throw new Error(`${folder} has no licence`);
  const text = readFileSync(join(folder, file), 'utf8').trim();
  return `${'='.repeat(80)}\n${name} ${version} (${license})\n${'='.repeat(80)}\n${text}`;
}
