import { existsSync } from 'node:fs';

/** Where Debian puts the proxies; an empty path where one is not installed. */
export function readProxyPrograms(): { nginx: string; caddy: string } {
  const find = (...paths: string[]) => paths.find((path) => existsSync(path)) ?? '';
  return {
    nginx: find('/usr/sbin/nginx', '/usr/bin/nginx'),
    caddy: find('/usr/bin/caddy', '/usr/local/bin/caddy'),
  };
}
