import { portsFrom } from '../ports.ts';
import type { RunningProduct } from '../state/running-file.ts';
import { formatTable } from '../terminal.ts';

/** Everything about a running product that a person, a test or a script wants to reach. */
export interface Where {
  port: number;
  urls: { dashboard: string; phone: string; api: string; openApi: string; twilio: string };
  sites: { slug: string; name: string; url: string }[];
  numbers: { slug: string; name: string; phoneNumber: string }[];
  logins: { email: string; password: string; role: string; tenantSlug?: string }[];
  /** The administrator's URL. */
  databaseUrl: string;
  redisUrl?: string;
  /** The stand-ins' own port: their control API is under /__control. */
  standInsUrl: string;
  stateFolder: string;
  pids: Record<string, number>;
}

export function describeWhere(running: RunningProduct, stateFolder: string): Where {
  const { edgePort: port, demo } = running;
  const ports = portsFrom(port);
  const at = (host: string, path = '') => `http://${host}:${port}${path}`;
  return {
    port,
    urls: {
      dashboard: at('app.localhost'),
      phone: at('phone.localhost'),
      api: at('app.localhost', '/api/v1'),
      openApi: at('app.localhost', '/api/openapi.json'),
      twilio: at('app.localhost', '/twilio'),
    },
    sites: demo.tenants.map(({ slug, name, siteHost }) => ({ slug, name, url: at(siteHost) })),
    numbers: demo.tenants.map(({ slug, name, phoneNumber }) => ({ slug, name, phoneNumber })),
    logins: demo.logins,
    databaseUrl: running.databaseUrl,
    ...(running.redisUrl === undefined ? {} : { redisUrl: running.redisUrl }),
    standInsUrl: `http://127.0.0.1:${ports.standIns}`,
    stateFolder,
    pids: { launcher: running.launcherPid, ...running.pids },
  };
}

/** The same for people: one table of URLs, logins and phone numbers. */
export function formatWhere(where: Where): string {
  const rows = [
    ['Dashboard', where.urls.dashboard],
    ['Phone simulator', where.urls.phone],
    ...where.sites.map((site) => [`Site of ${site.name}`, site.url]),
    ...where.numbers.map((number) => [`Number of ${number.name}`, number.phoneNumber]),
    ...where.logins.map((login) => [
      `Login${login.role ? ` (${login.role})` : ''}`,
      `${login.email}  ${login.password}`,
    ]),
    ['API', `${where.urls.api}  (${where.urls.openApi})`],
    ['Database', where.databaseUrl],
    ['Logs and data', where.stateFolder],
  ];
  return formatTable(rows);
}
