/** The HTML of the preview's page: nothing but its frame and what it may load. Pure, so that tests load the same page. */

export interface PageParts {
  /** What the editor serves its own files from. */
  readonly cspSource: string;
  /** Random for each page. */
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
  /** The display language until the first report comes. */
  readonly language: string;
  /** URI of the definition that the page is about. */
  readonly definition: string;
  readonly title: string;
}

/** No inline script, no inline style, no network, no images. */
export function pageHtml(parts: PageParts): string {
  const policy = `default-src 'none'; script-src 'nonce-${parts.nonce}'; style-src ${parts.cspSource}`;
  return `<!DOCTYPE html>
<html lang="${escaped(parts.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escaped(parts.style)}">
<title>${escaped(parts.title)}</title>
</head>
<body>
<div id="page" data-definition="${escaped(parts.definition)}"></div>
<script nonce="${escaped(parts.nonce)}" src="${escaped(parts.script)}"></script>
</body>
</html>
`;
}

/** 128 random bits. */
export function newNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

function escaped(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[&<>"]/g, character => names[character]!);
}
