import type { RelatedFullDocumentDiagnosticReport } from 'vscode-languageserver';
import { diagnosticsByFile } from '../../features/diagnostics.ts';
import type { Session } from '../session.ts';

export function onDiagnostic(session: Session): void {
  session.connection.languages.diagnostics.on(
    async ({ textDocument }): Promise<RelatedFullDocumentDiagnosticReport> => {
      const opened = session.opened(textDocument.uri);
      if (opened === undefined) return { kind: 'full', items: [] };
      // A client that is told to pull again need not wait for what takes its time.
      await (session.client.canRefreshDiagnostics
        ? session.almostComplete(opened.file)
        : session.complete(opened.file));
      const level = session.reading.isLacking(opened.file) ? 'text' : 'all';
      const byFile = diagnosticsByFile(session.workspace, opened.file, session.locale, level);
      const related = [...byFile].filter(([file]) => file !== opened.file);
      return {
        kind: 'full',
        items: [...(byFile.get(opened.file) ?? [])],
        relatedDocuments: Object.fromEntries(
          related.map(([file, items]) => [session.uriOf(file), { kind: 'full', items: [...items] }]),
        ),
      };
    },
  );
}
