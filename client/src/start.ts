/**
 * Puts the extension together: server, commands, panels, documents. Portable: knows neither processes nor workers; the
 * entry brings the way to reach the server.
 */
import type { ExtensionContext } from 'vscode';
import { registerCommands } from './commands.ts';
import { registerComparisons } from './compare/comparisons.ts';
import type { Connect } from './connection.ts';
import { registerExplanations } from './explain.ts';
import { registerExports } from './exports.ts';
import { registerNewSystem } from './newSystem.ts';
import { registerPreviews } from './preview/panels.ts';
import { registerResolvedDefinitions } from './resolved.ts';
import { registerSample } from './sample.ts';
import { startServer } from './server.ts';
import { registerStatus } from './status.ts';
import { registerTools } from './tools.ts';
import { registerViews } from './views/views.ts';

/** The server starts meanwhile: what is asked of it waits, the editor does not. */
export function startExtension(context: ExtensionContext, connect: Connect): void {
  const server = startServer(connect);
  const explanations = registerExplanations(server);
  const previews = registerPreviews(context.extensionUri, server, explanations);
  context.subscriptions.push(
    registerStatus(server),
    registerViews(server),
    registerNewSystem(server, previews),
    registerComparisons(context.extensionUri, server),
    registerResolvedDefinitions(server),
    registerExports(server, previews),
    registerSample(context),
    registerTools(server),
    explanations,
    previews,
    registerCommands(server, previews, explanations),
    server,
  );
}
