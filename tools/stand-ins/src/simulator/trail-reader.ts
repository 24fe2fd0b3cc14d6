import { Me } from '@servicepro/contracts/rest/identity';
import { Trail } from '@servicepro/contracts/rest/trail';

export interface TrailReaderOptions {
  coreApiUrl: string | undefined;
  /** The only origin from which core-api takes a sign-in. */
  appOrigin: string;
  email: string | undefined;
  password: string | undefined;
}

/** What the demo's viewer may see; nobody else's login is ever in the page. */
export interface TrailReader {
  readonly isConnected: boolean;
  /** What became of a phone's last texts; null where the viewer may not see that tenant. */
  readTrail(tenantId: string, phone: string): Promise<Trail | null>;
  /** The tenants that the viewer may see. */
  listTenants(): Promise<Me['tenants']>;
}

const timeoutMs = 5_000;

/** Reads core-api by its tenant-scoped routes, signed in as the demo's viewer; signs in again when the session ends. */
export function createTrailReader(options: TrailReaderOptions): TrailReader {
  const { coreApiUrl, email, password, appOrigin } = options;
  if (!coreApiUrl || !email || !password) return disconnected;
  const forwarded = {
    origin: appOrigin,
    'x-forwarded-host': new URL(appOrigin).host,
    'x-forwarded-proto': 'http',
  };
  let cookie: string | null = null;

  const call = (path: string, init: RequestInit = {}) =>
    fetch(coreApiUrl + path, {
      ...init,
      headers: { ...forwarded, accept: 'application/json', ...(cookie ? { cookie } : {}), ...init.headers },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });

  async function signIn(): Promise<void> {
    cookie = null;
    const response = await call('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (!response.ok) throw new Error(`The demo's viewer cannot sign in: HTTP ${response.status}.`);
    cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';', 1)[0])
      .join('; ');
  }

  async function read(path: string): Promise<unknown> {
    if (cookie === null) await signIn();
    let response = await call(path);
    if (response.status === 401) {
      await signIn();
      response = await call(path);
    }
    if (response.status === 404) return null;
    if (!response.ok) throw new Error(`core-api answered ${response.status}.`);
    return response.json();
  }

  return {
    isConnected: true,
    async readTrail(tenantId, phone) {
      const path = `/api/v1/tenants/${encodeURIComponent(tenantId)}/trail?phone=${encodeURIComponent(phone)}`;
      const answer = await read(path);
      return answer === null ? null : Trail.parse(answer);
    },
    async listTenants() {
      return Me.parse(await read('/api/v1/me')).tenants;
    },
  };
}

const disconnected: TrailReader = {
  isConnected: false,
  readTrail: async () => null,
  listTenants: async () => [],
};
