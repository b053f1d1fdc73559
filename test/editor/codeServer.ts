/**
 * One code-server with a profile of its own: settings and language in a temporary folder, a port that the system picks.
 * Knows nothing about the page that shows it (`workbench.ts`) nor about our extension.
 */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Host } from './host.ts';
import { makeFolder, type Running, removeFolder, run, start, until } from './processes.ts';

export type EditorLocale = 'en' | 'zh-cn';

export interface CodeServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Folder of VS Code's logs. */
  readonly logs: string;
  /** Ends the server and deletes its profile. */
  readonly stop: () => Promise<void>;
}

export interface CodeServerOptions {
  readonly locale: EditorLocale;
  /** Folder of installed extensions (`install`), which servers may share; without one there is none. */
  readonly extensions?: string;
  /** User settings beside the bench's own. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

export async function startCodeServer(host: Host, options: CodeServerOptions): Promise<CodeServer> {
  const profile = makeFolder('profile');
  let server: Running | undefined;
  const stop = async (): Promise<void> => {
    await server?.stop();
    await removeFolder(profile);
  };
  try {
    await writeSettings(profile, options.settings ?? {});
    if (options.locale === 'zh-cn') await writeChineseLanguage(profile);
    const extensions = options.extensions ?? join(profile, 'extensions');
    const args = [host.codeServer, ...profileArguments(profile, extensions), ...serverArguments(options.locale)];
    server = start(host.node, args, { env: environmentOf(profile) });
    return { origin: await originOf(server), logs: join(profile, 'user/logs'), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Installs VSIX files as a person does; answers the new folder that holds what they have become. */
export async function install(host: Host, files: readonly string[]): Promise<string> {
  const profile = makeFolder('install');
  const extensions = join(profile, 'extensions');
  const args = [...profileArguments(profile, extensions), ...files.flatMap(file => ['--install-extension', file])];
  await run(host.node, [host.codeServer, ...args, '--force'], { env: environmentOf(profile), deadline: 120_000 });
  return extensions;
}

/** The folder of the one extension that is installed in `extensions`. */
export async function extensionIn(extensions: string): Promise<string> {
  const folders = (await readdir(extensions, { withFileTypes: true })).filter(each => each.isDirectory());
  if (folders.length !== 1) throw new Error(`${folders.length} extensions are installed, not one`);
  return join(extensions, folders[0]!.name);
}

function originOf(server: Running): Promise<string> {
  const ended = server.ended.then(code => {
    throw new Error(`code-server ended with ${code}\n${server.output()}`);
  });
  ended.catch(() => {});
  const listening = until(
    'code-server listens',
    async () => /HTTP server listening on (http:\S+?)\/?\s/.exec(server.output())?.[1],
    60_000,
  );
  return Promise.race([listening, ended]);
}

function serverArguments(locale: EditorLocale): readonly string[] {
  return [
    '--bind-addr=127.0.0.1:0',
    '--auth=none',
    `--locale=${locale}`,
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-workspace-trust',
    '--vscode-option=enable-smoke-test-driver', // without it VS Code ignores the tests that `extensionHost.ts` names
    '--idle-timeout-seconds=120', // should the bench be killed without a chance to stop us
  ];
}

function profileArguments(profile: string, extensions: string): readonly string[] {
  return [
    '--config',
    join(profile, 'config.yaml'),
    '--user-data-dir',
    join(profile, 'user'),
    '--extensions-dir',
    extensions,
  ];
}

function environmentOf(profile: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    XDG_CONFIG_HOME: join(profile, 'xdg'),
    XDG_DATA_HOME: join(profile, 'xdg'),
    XDG_RUNTIME_DIR: profile, // its sockets
    NODE_OPTIONS: '',
  };
}

async function writeSettings(profile: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
  await mkdir(join(profile, 'user/User'), { recursive: true });
  await writeFile(join(profile, 'config.yaml'), '');
  await writeFile(join(profile, 'user/User/settings.json'), JSON.stringify({ ...benchSettings, ...settings }));
}

/** VS Code without its guests, as far as a folder may say so: no chat, no tips, no surprises. */
export const folderSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'files.hotExit': 'off',
  'files.autoSave': 'off',
  'git.enabled': false,
  'editor.hover.delay': 100,
};

/** And no gallery, no telemetry. */
const benchSettings = {
  ...folderSettings,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
};

/**
 * VS Code asks its list of language packs whether it can speak Chinese. A pack without a single translation is enough: VS Code's own
 * texts stay English, but every extension is told `zh-cn` and shows its Chinese.
 */
async function writeChineseLanguage(profile: string): Promise<void> {
  const translations = join(profile, 'no-translations.json');
  await writeFile(translations, JSON.stringify({ version: '1.0.0', contents: {} }));
  const pack = {
    hash: 'indicators-editor-bench',
    label: '中文(简体)',
    extensions: [{ extensionIdentifier: { id: 'ms-ceintl.vscode-language-pack-zh-hans' }, version: '1.0.0' }],
    translations: { vscode: translations },
  };
  await writeFile(join(profile, 'user/languagepacks.json'), JSON.stringify({ 'zh-cn': pack }));
}
