/** Work that takes a while, as the client shows it. Knows no work. */
import { type CancellationToken, CancellationTokenSource, type Connection } from 'vscode-languageserver';

/** What is done sooner is not told of: nobody could read it. In milliseconds. */
const aWhile = 300;

/** Does the work; once it takes a while the client is told, and may cancel it there. */
export async function withProgress<T>(
  connection: Connection,
  title: string,
  work: (token: CancellationToken) => Promise<T>,
): Promise<T> {
  const source = new CancellationTokenSource();
  const working = work(source.token);
  const timer = setTimeout(() => {
    tell(connection, title, source, working).catch(error => connection.console.error(String(error)));
  }, aWhile);
  try {
    return await working;
  } finally {
    clearTimeout(timer);
  }
}

async function tell(connection: Connection, title: string, source: CancellationTokenSource, working: Promise<unknown>) {
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin(title, undefined, undefined, true);
  progress.token.onCancellationRequested(() => source.cancel());
  await working.catch(() => undefined);
  progress.done();
}
