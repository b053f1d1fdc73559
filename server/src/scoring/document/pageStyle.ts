/** How the page of a report looks, on a screen and on paper. */
export const style = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 16%, transparent); --quiet: color-mix(in srgb, currentColor 66%, transparent); --bar: #3b7dd8; }
body { max-width: 76rem; margin: 0 auto; padding: 2.5rem 1.5rem 3rem; font: 15px/1.6 system-ui, "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { margin: 0; font-size: 1.9rem; line-height: 1.25; }
h2 { margin: 2.6rem 0 0.6rem; font-size: 1.2rem; }
header p { max-width: 60rem; }
.facts, footer { color: var(--quiet); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 0.28rem 1rem 0.28rem 0; word-break: keep-all; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th { color: var(--quiet); font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 400; }
.number { text-align: end; white-space: nowrap; }
thead .number { white-space: normal; }
.level-1 th { font-weight: 600; }
.level-2 th { padding-inline-start: 1.2rem; }
.level-3 th { padding-inline-start: 2.4rem; }
.level-4 th { padding-inline-start: 3.6rem; }
.bar { display: inline-block; width: 90px; height: 6px; margin-inline-end: 0.7rem; vertical-align: middle; background: var(--line); border-radius: 3px; }
.score { display: inline-block; min-width: 3.8em; }
.bar rect { fill: var(--bar); }
.names { display: flex; flex-wrap: wrap; gap: 0.2rem 1.4rem; margin: 0; padding: 0; list-style: none; }
footer { margin-top: 3rem; font-size: 0.9rem; }
@media print {
  :root { color-scheme: light; }
  @page { size: A4; margin: 16mm 14mm; }
  body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.4; }
  h1 { font-size: 18pt; }
  h2 { margin-top: 16pt; font-size: 12pt; break-after: avoid; }
  .wide { overflow: visible; }
  .is-broad { font-size: 7.5pt; }
  section:has(> .is-broad), header:has(+ section > .is-broad) { page: broad; }
  .is-broad .bar { display: none; }
  @page broad { size: A4 landscape; margin: 12mm; }
  table { width: 100%; }
  th, td { padding-inline-end: 0.5rem; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  .bar { width: 46px; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
