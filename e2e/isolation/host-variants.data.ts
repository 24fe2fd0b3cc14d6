/** A request that a client sends to the edge for `own`, trying to be answered with the page of `foe` or of nobody. */
export type HostVariant = {
  name: string;
  /** The request target as sent, where it is not the path alone. */
  target?: (path: string, own: string, foe: string) => string;
  /** Raw header pairs; Host is among them, never, once or twice. */
  headers: (own: string, foe: string) => string[];
  /**
   * Whose page it may be answered with. `own`: that one and no refusal. `own or none`: proxies differ. `target`: the
   * name in the request line, which counts over Host (RFC 9112, 3.2.2). `none`: a refusal.
   */
  owner: 'own' | 'own or none' | 'target' | 'none';
};

const evil = 'evil.example';
const spoof = (name: string, value: (foe: string) => string): HostVariant => ({
  name: `${name}: ${value('<the other tenant>')}`,
  headers: (own, foe) => ['Host', own, name, value(foe)],
  owner: 'own',
});
const host = (name: string, value: (own: string) => string, owner: HostVariant['owner']): HostVariant => ({
  name,
  headers: (own) => ['Host', value(own)],
  owner,
});

/** The right Host beside another claim: the claim counts for nothing. */
const claims: readonly HostVariant[] = [
  host('plain', (own) => own, 'own'),
  spoof('X-Forwarded-Host', (foe) => foe),
  spoof('X-Forwarded-Host', () => evil),
  spoof('X-Forwarded-Host', (foe) => `${foe}, ${evil}`),
  spoof('X-Forwarded-Host', () => ''),
  spoof('X-Forwarded-Host', () => 'localhost'),
  spoof('X_Forwarded_Host', (foe) => foe),
  spoof('X-Forwarded-Server', (foe) => foe),
  spoof('X-Forwarded-Port', () => '1'),
  spoof('X-Forwarded-Proto', () => 'http'),
  spoof('X-Forwarded-Scheme', () => 'http'),
  spoof('X-Forwarded-Prefix', (foe) => `/s/${foe}`),
  spoof('X-Forwarded-For', () => '127.0.0.1'),
  spoof('X-Real-IP', () => '127.0.0.1'),
  spoof('Forwarded', (foe) => `for=127.0.0.1;host=${foe};proto=http`),
  spoof('X-Host', (foe) => foe),
  spoof('X-Original-Host', (foe) => foe),
  spoof('X-HTTP-Host-Override', (foe) => foe),
  spoof('X-Original-URL', (foe) => `/s/${foe}`),
  spoof('X-Rewrite-URL', (foe) => `/s/${foe}`),
  spoof('X-Middleware-Rewrite', (foe) => `/s/${foe}`),
  spoof('X-Matched-Path', (foe) => `/s/${foe}`),
  {
    name: 'X-Forwarded-Host twice',
    headers: (own, foe) => ['Host', own, 'X-Forwarded-Host', own, 'X-Forwarded-Host', foe],
    owner: 'own',
  },
  {
    name: 'the edge’s own headers named as hop by hop',
    headers: (own, foe) => [
      ...['Host', own, 'X-Forwarded-Host', foe],
      ...['Connection', 'close, X-Forwarded-Host, X-Forwarded-For, Host'],
    ],
    owner: 'own',
  },
];

/** Other spellings of a tenant's name, and two names at once. */
const spellings: readonly HostVariant[] = [
  host('upper case', (own) => own.toUpperCase(), 'own'),
  host('with the port', (own) => `${own}:443`, 'own'),
  host('another port', (own) => `${own}:8080`, 'own'),
  host('trailing dot', (own) => `${own}.`, 'own or none'),
  host('two ports', (own) => `${own}:80:80`, 'own or none'),
  host('two trailing dots', (own) => `${own}..`, 'none'),
  host('userinfo that is the tenant', (own) => `${own}@${evil}`, 'none'),
  host('userinfo before the tenant', (own) => `${evil}@${own}`, 'none'),
  host('a list', (own) => `${own},${evil}`, 'none'),
  host('two words', (own) => `${own} ${evil}`, 'none'),
  host('a path behind it', (own) => `${own}/evil`, 'none'),
  host('an encoded dot', (own) => own.replace('.', '%2e'), 'none'),
  {
    name: 'two Hosts',
    headers: (own, foe) => ['Host', own, 'Host', foe],
    owner: 'none',
  },
  {
    name: 'two Hosts, the first unknown',
    headers: (own) => ['Host', evil, 'Host', own],
    owner: 'none',
  },
  {
    name: 'absolute target of the other tenant',
    target: (path, _own, foe) => `https://${foe}${path}`,
    headers: (own) => ['Host', own],
    owner: 'target',
  },
  {
    name: 'absolute target of an unknown host',
    target: (path) => `https://${evil}${path}`,
    headers: (own) => ['Host', own],
    owner: 'none',
  },
  {
    name: 'absolute target of its own, with an unknown Host',
    target: (path, own) => `https://${own}${path}`,
    headers: () => ['Host', evil],
    owner: 'own or none',
  },
];

const unknownHosts = [
  'nobody.localhost',
  evil,
  `clean-machine.localhost.${evil}`,
  'www.clean-machine.localhost',
  'evil-clean-machine.localhost',
  'clean-machine',
  'localhost',
  'site-renderer',
  'core-api:3001',
  'metadata.google.internal',
  '127.0.0.1',
  '127.0.0.1:3005',
  '169.254.169.254',
  '[::1]',
  '[::ffff:127.0.0.1]:443',
  '2130706433',
  '0x7f000001',
  'xn--.localhost',
  'xn--clean-machine-.localhost',
  'xn--80ak6aa92e.localhost',
  `${'a'.repeat(64)}.localhost`,
  `${'a.'.repeat(140)}localhost`,
  `${'a'.repeat(7_000)}.localhost`,
  '.localhost',
  '*.localhost',
  '%00.localhost',
  '_',
  '..',
  '-',
  '',
];

/** Names of nobody, alone and beside a header that names a tenant. */
const unknown: readonly HostVariant[] = unknownHosts.flatMap((value): HostVariant[] => {
  const name = value.length > 60 ? `${value.slice(0, 10)}… of ${value.length} characters` : value || 'empty';
  return [
    host(name, () => value, 'none'),
    {
      name: `${name}, with a tenant in X-Forwarded-Host and Forwarded`,
      headers: (own) => ['Host', value, 'X-Forwarded-Host', own, 'Forwarded', `host=${own}`],
      owner: 'none',
    },
  ];
});

export const hostVariants: readonly HostVariant[] = [
  ...claims,
  ...spellings,
  ...unknown,
  { name: 'no Host', headers: () => [], owner: 'none' },
  { name: 'no Host but X-Forwarded-Host', headers: (own) => ['X-Forwarded-Host', own], owner: 'none' },
];

/** Spellings of paths that processes keep for each other. */
export const internalTargets: readonly string[] = [
  ...['/internal/revalidate', '/internal/health', '/metrics', '/health/ready', '/health/live'].flatMap(
    (path) => [
      path,
      `${path}/`,
      `${path}?x=1`,
      `/${path}`,
      path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
      path.toUpperCase(),
      `/api/..${path}`,
      `/twilio/%2e%2e${path}`,
      `/_next/..${path}`,
      `/.${path}`,
    ],
  ),
  '/internal%2frevalidate',
  '/api%2f..%2fmetrics',
  '/api/..%2fmetrics',
];
