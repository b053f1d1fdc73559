/** How many findings, in words; '' where there are none. */
import * as vscode from 'vscode';

export function findingsText(counts: { readonly errors: number; readonly warnings: number }): string {
  const { errors, warnings } = counts;
  return [
    errors === 0 ? '' : errors === 1 ? vscode.l10n.t('1 error') : vscode.l10n.t('{0} errors', errors),
    warnings === 0 ? '' : warnings === 1 ? vscode.l10n.t('1 warning') : vscode.l10n.t('{0} warnings', warnings),
  ]
    .filter(Boolean)
    .join(', ');
}
