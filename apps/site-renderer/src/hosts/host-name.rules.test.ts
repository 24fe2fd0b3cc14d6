import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requestedHost } from './host-name.rules.ts';

const site = 'clean-machine.localhost';
const other = 'green-acre.localhost';

/** Host, X-Forwarded-Host, and what the request is then for. */
const variants: [name: string, host: string | null, forwarded: string | null, outcome: string][] = [
  ['plain', site, null, site],
  ['with a port', `${site}:3000`, null, site],
  ['in capitals', 'Clean-Machine.LOCALHOST', null, site],
  ['with a trailing dot', `${site}.`, null, site],
  ['with a trailing dot and a port', `${site}.:3000`, null, site],
  ['with spaces around', ` ${site} `, null, site],
  ['repeated by the edge', site, `${site}:3000`, site],
  ['a custom domain', 'www.cleanmachine.example', null, 'www.cleanmachine.example'],
  ['a punycode domain', 'xn--mnchen-3ya.example', null, 'xn--mnchen-3ya.example'],
  ['rewritten by a proxy', '127.0.0.1:3005', site, site],
  ['rewritten by a proxy to a service name', 'site-renderer:3005', site, site],
  ['two sites that disagree', site, other, 'misdirected'],
  ['a forwarded attacker', site, 'evil.example', 'misdirected'],
  ['a forwarded list', site, `${site}, evil.example`, 'misdirected'],
  ['a forwarded address', site, 'http://evil.example/', 'misdirected'],
  ['a forwarded nothing', site, '', 'misdirected'],
  ['missing', null, null, 'misdirected'],
  ['empty', '', null, 'misdirected'],
  ['a list', `${site},${other}`, null, 'misdirected'],
  ['two words', `${site} ${other}`, null, 'misdirected'],
  ['with a path', `${site}/x`, null, 'misdirected'],
  ['with a user', `admin@${site}`, null, 'misdirected'],
  ['with a user that looks like a host', `${site}:80@evil.example`, null, 'misdirected'],
  ['with a port that is no number', `${site}:abc`, null, 'misdirected'],
  ['with a port that is too long', `${site}:123456`, null, 'misdirected'],
  ['with an encoded dot', 'clean-machine%2elocalhost', null, 'misdirected'],
  ['with a zero byte', `${site}\0`, null, 'misdirected'],
  ['with a line break', `${site}\r\nX: y`, null, 'misdirected'],
  ['with a path upwards', '../clean-machine.localhost', null, 'misdirected'],
  ['with two dots', 'clean-machine..localhost', null, 'misdirected'],
  ['with a label that begins with a hyphen', '-clean.localhost', null, 'misdirected'],
  ['with a wildcard', '*.localhost', null, 'misdirected'],
  ['in another script', 'clеan-machine.localhost', null, 'misdirected'],
  ['a name of 300 characters', `${'a.'.repeat(150)}localhost`, null, 'misdirected'],
  ['an address', '192.168.0.1', null, 'internal'],
  ['an IPv6 address', '[::1]:3005', null, 'internal'],
  ['the metadata service', '169.254.169.254', null, 'internal'],
  ['an internal name forwarded', '127.0.0.1:3005', 'localhost:3000', 'internal'],
];

describe('which site a request is for', () => {
  test.each(variants)('a host that is %s', (_name, host, forwarded, outcome) => {
    const requested = requestedHost(host, forwarded);
    expect(requested.kind === 'site' ? requested.host : requested.kind).toBe(outcome);
  });

  test('no forwarded header turns one public name into another', () => {
    fc.assert(
      fc.property(fc.domain(), fc.oneof(fc.domain(), fc.string()), (host, forwarded) => {
        const requested = requestedHost(host, forwarded);
        if (requested.kind === 'site') expect(requested.host).toBe(host.toLowerCase());
      }),
    );
  });

  test('what comes out is safe as one segment of a path', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string()), (host, forwarded) => {
        const requested = requestedHost(host, forwarded);
        if (requested.kind === 'site') expect(requested.host).toMatch(/^[a-z0-9.-]+$/);
      }),
    );
  });
});
