import { createHash } from 'node:crypto';

/**
 * The content security policy of one finished page. A nonce cannot be used, because the page is kept and sent to many;
 * so every inline script and style is allowed by the hash of its own bytes, and nothing else inline is.
 */
export function pagePolicy(html: string): string {
  const scripts = inlineHashes(html, /<script(?<attributes>[^>]*)>(?<body>[\s\S]*?)<\/script>/g);
  const styles = inlineHashes(html, /<style(?<attributes>[^>]*)>(?<body>[\s\S]*?)<\/style>/g);
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...scripts].join(' ')}`,
    `style-src ${["'self'", ...styles].join(' ')}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Hashes of what a browser would run or apply; scripts with a source and blocks of data need none. */
function inlineHashes(html: string, pattern: RegExp): string[] {
  const hashes = new Set<string>();
  for (const { groups } of html.matchAll(pattern)) {
    const attributes = groups?.attributes ?? '';
    if (/\ssrc=/.test(attributes) || /type="application\/(ld\+)?json"/.test(attributes)) continue;
    const digest = createHash('sha256')
      .update(groups?.body ?? '')
      .digest('base64');
    hashes.add(`'sha256-${digest}'`);
  }
  return [...hashes];
}
