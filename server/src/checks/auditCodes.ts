/**
 * Codes of the audit: they need statistics of the scores or simulations, and no rule of the catalogue has them. A file
 * may set their severity and threshold; whether they find something is not known here.
 */
export const auditCodes: readonly string[] = [
  'skewed',
  'low-discrimination',
  'outlier-driven',
  'negative-in-dimension',
  'weak-in-dimension',
  'redundant-indicator',
  'opposed-indicators',
  'closer-elsewhere',
  'inconsistent-dimension',
  'weight-importance',
  'index-is-one',
  'size-driven',
  'few-units',
  'rank-unstable',
  'tier-unstable',
  'indicator-idle',
];
