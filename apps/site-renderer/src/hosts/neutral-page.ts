import { createHash } from 'node:crypto';
import { siteLanguages } from '@servicepro/site-sections';
import en from '../messages/en.json';
import es from '../messages/es.json';

export type NeutralPage = 'unknownHost' | 'suspended' | 'unavailable' | 'notFound';

const messages = { en, es };
const style =
  'body{margin:0;min-height:100vh;display:grid;place-content:center;padding:24px;font:16px/1.5 system-ui,sans-serif;background:#faf9f8;color:#1b1a19}main{max-width:34rem}h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem}p{margin:0;color:#5c5856}@media(prefers-color-scheme:dark){body{background:#141312;color:#f3f1ef}p{color:#b4afab}}';
const styleHash = createHash('sha256').update(style).digest('base64');
const statusOf: Readonly<Record<NeutralPage, number>> = {
  unknownHost: 404,
  notFound: 404,
  suspended: 503,
  unavailable: 503,
};

/** A page in words with nothing of any tenant in it: for hosts nobody has, sites that rest, and faults. */
export function neutralPage(page: NeutralPage, acceptLanguage: string | null): Response {
  const language = siteLanguages.find((known) => acceptLanguage?.toLowerCase().startsWith(known)) ?? 'en';
  const words = messages[language].neutral[page];
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${words.title}</title><style>${style}</style></head><body><main><h1>${words.title}</h1><p>${words.text}</p></main></body></html>`;
  return new Response(html, {
    status: statusOf[page],
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      ...(statusOf[page] === 503 ? { 'retry-after': '60' } : {}),
    },
  });
}
