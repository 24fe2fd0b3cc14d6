/** A request for the front page of `host` that tries to be answered with the page of `other`. */
export type HostileRequest = {
  name: string;
  /** The request target as sent, byte for byte. */
  target: (host: string, other: string) => string;
  /** Raw header pairs; Host is among them, once or twice. */
  headers: (host: string, other: string) => string[];
};

const plain = () => '/';
const withHeader =
  (name: string, value: (other: string) => string) =>
  (host: string, other: string): string[] => ['Host', host, name, value(other)];

/** Forged hosts, Next's own headers and parameters, and targets that say something else than Host. */
export const hostileRequests: readonly HostileRequest[] = [
  { name: 'plain', target: plain, headers: (host) => ['Host', host] },
  { name: 'x-forwarded-host', target: plain, headers: withHeader('X-Forwarded-Host', (other) => other) },
  {
    name: 'forwarded',
    target: plain,
    headers: withHeader('Forwarded', (other) => `for=1.2.3.4;host=${other}`),
  },
  { name: 'x-host', target: plain, headers: withHeader('X-Host', (other) => other) },
  { name: 'x-original-url', target: plain, headers: withHeader('X-Original-URL', (other) => `/s/${other}`) },
  { name: 'x-rewrite-url', target: plain, headers: withHeader('X-Rewrite-URL', (other) => `/s/${other}`) },
  {
    name: 'absolute target',
    target: (_host, other) => `http://${other}/`,
    headers: (host) => ['Host', host],
  },
  { name: 'two hosts', target: plain, headers: (host, other) => ['Host', host, 'Host', other] },
  {
    name: 'x-middleware-subrequest',
    target: (_host, other) => `/s/${other}`,
    headers: withHeader('x-middleware-subrequest', () => 'src/proxy:src/proxy:src/proxy:src/proxy:src/proxy'),
  },
  {
    name: 'x-middleware-rewrite',
    target: plain,
    headers: withHeader('x-middleware-rewrite', (other) => `/s/${other}`),
  },
  {
    name: 'x-middleware-next',
    target: (_host, other) => `/s/${other}`,
    headers: withHeader('x-middleware-next', () => '1'),
  },
  { name: 'x-nextjs-data', target: plain, headers: withHeader('x-nextjs-data', () => '1') },
  {
    name: 'x-now-route-matches',
    target: plain,
    headers: withHeader('x-now-route-matches', (other) => `1=${other}&nxtPhost=${other}`),
  },
  { name: 'x-matched-path', target: plain, headers: withHeader('x-matched-path', (other) => `/s/${other}`) },
  { name: 'x-invoke-path', target: plain, headers: withHeader('x-invoke-path', (other) => `/s/${other}`) },
  { name: 'x-prerender-revalidate', target: plain, headers: withHeader('x-prerender-revalidate', () => '1') },
  { name: 'RSC', target: plain, headers: withHeader('RSC', () => '1') },
  { name: 'RSC with its parameter', target: () => '/?_rsc=1', headers: withHeader('RSC', () => '1') },
  {
    name: 'Next-Router-Prefetch',
    target: plain,
    headers: (host) => ['Host', host, 'RSC', '1', 'Next-Router-Prefetch', '1'],
  },
  {
    name: 'Next-Router-State-Tree',
    target: plain,
    headers: (host, other) => [
      'Host',
      host,
      'RSC',
      '1',
      'Next-Router-State-Tree',
      encodeURIComponent(JSON.stringify(['', { children: ['s', { children: [['host', other, 'd'], {}] }] }])),
    ],
  },
  { name: 'Next-Url', target: plain, headers: withHeader('Next-Url', (other) => `/s/${other}`) },
  { name: 'nxtPhost', target: (_host, other) => `/?nxtPhost=${other}`, headers: (host) => ['Host', host] },
  { name: 'the inner path', target: (_host, other) => `/s/${other}`, headers: (host) => ['Host', host] },
  {
    name: 'the inner path, encoded',
    target: (_host, other) => `/%73/${other}`,
    headers: (host) => ['Host', host],
  },
  {
    name: 'the inner path, two slashes',
    target: (_host, other) => `//s/${other}`,
    headers: (host) => ['Host', host],
  },
  {
    name: 'up from static files',
    target: (_host, other) => `/_next/static/../../s/${other}`,
    headers: (host) => ['Host', host],
  },
  {
    name: 'a data file',
    target: (_host, other) => `/_next/data/x/s/${other}.json`,
    headers: (host) => ['Host', host],
  },
  {
    name: 'an image of the loopback',
    target: () => '/_next/image?url=http%3A%2F%2F127.0.0.1%2F&w=64&q=75',
    headers: (host) => ['Host', host],
  },
  {
    name: 'an image of the metadata service',
    target: () => '/_next/image?url=http%3A%2F%2F169.254.169.254%2F&w=64&q=75',
    headers: (host) => ['Host', host],
  },
  {
    name: 'an image of the other tenant',
    target: (_host, other) => `/_next/image?url=http%3A%2F%2F${other}%2F&w=64&q=75`,
    headers: (host) => ['Host', host],
  },
];
