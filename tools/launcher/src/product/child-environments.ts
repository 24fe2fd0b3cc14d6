import { join } from 'node:path';
import { inheritedEnvironment, type LauncherEnvironment } from '../env.ts';
import type { Ports } from '../ports.ts';
import { asRole } from '../postgres/database.ts';
import type { Secrets } from '../state/secrets.ts';
import type { StateFolder } from '../state/state-folder.ts';
import type { DemoDescription } from './demo.ts';

export interface ProductSettings {
  environment: LauncherEnvironment;
  ports: Ports;
  secrets: Secrets;
  state: StateFolder;
  adminUrl: string;
  demo: DemoDescription;
}

type Variables = Record<string, string>;

/** What the three backends read; each takes its part and checks it in its own env.ts. */
export function backendEnvironment(settings: ProductSettings, port: number): Variables {
  const { environment, ports, secrets, state, adminUrl } = settings;
  const url = (role: keyof Secrets['rolePasswords']) => asRole(adminUrl, role, secrets.rolePasswords[role]);
  return {
    ...inheritedEnvironment(),
    NODE_COMPILE_CACHE: join(state.path, 'compile-cache'),
    HOST: '127.0.0.1',
    PORT: String(port),
    LOG_LEVEL: environment.LOG_LEVEL,
    DATABASE_URL: url('servicepro_app'),
    DIRECT_DATABASE_URL: url('servicepro_app'),
    RELAY_DATABASE_URL: url('servicepro_relay'),
    PLATFORM_DATABASE_URL: url('servicepro_platform'),
    AUTH_DATABASE_URL: url('servicepro_auth'),
    QUEUE_DATABASE_URL: url('servicepro_queue'),
    CREDENTIAL_KEY: secrets.credentialKey,
    AUTH_SECRET: secrets.authSecret,
    SITE_RENDERER_URL: `http://localhost:${ports.siteRenderer}`,
    REVALIDATE_SECRET: secrets.revalidateSecret,
    APP_ORIGIN: `http://app.localhost:${ports.edge}`,
    SITE_ORIGIN_TEMPLATE: `http://{host}:${ports.edge}`,
    TRUSTED_PROXIES: '127.0.0.1,::1',
    ...twilioVariables(settings),
    ...present({
      REDIS_URL: environment.REDIS_URL,
      CLOCK_AT: environment.CLOCK_AT,
      JOIN_PAUSE_SECONDS: environment.JOIN_PAUSE_SECONDS,
    }),
  };
}

/** Twilio's own service with the user's keys; without keys the stand-in with an account made up for this checkout. */
function twilioVariables({ environment, ports, secrets }: ProductSettings): Variables {
  const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_WEBHOOK_ORIGIN } = environment;
  const webhookOrigin = TWILIO_WEBHOOK_ORIGIN ?? `http://app.localhost:${ports.edge}`;
  if (TWILIO_ACCOUNT_SID && TWILIO_AUTH_TOKEN) {
    return { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_WEBHOOK_ORIGIN: webhookOrigin };
  }
  return {
    TWILIO_ACCOUNT_SID: secrets.twilioAccountSid,
    TWILIO_AUTH_TOKEN: secrets.twilioAuthToken,
    TWILIO_WEBHOOK_ORIGIN: webhookOrigin,
    TWILIO_API_BASE_URL: `http://127.0.0.1:${ports.standIns}`,
  };
}

/** The web apps know where core-api is, and what makes a page stale; nothing of the database. */
export function webEnvironment({ ports, environment, secrets }: ProductSettings, port: number): Variables {
  return {
    ...inheritedEnvironment(),
    PORT: String(port),
    CORE_API_URL: `http://127.0.0.1:${ports.coreApi}`,
    APP_ORIGIN: `http://app.localhost:${ports.edge}`,
    SITE_ORIGIN_TEMPLATE: `http://{host}:${ports.edge}`,
    REVALIDATE_SECRET: secrets.revalidateSecret,
    ...present({ CLOCK_AT: environment.CLOCK_AT }),
  };
}

/** The stand-ins play the vendor: they hold the account's token to sign webhooks with, and no way into the database. */
export function standInsEnvironment(settings: ProductSettings): Variables {
  const { ports, secrets, state, environment, demo } = settings;
  const reader = demo.logins.find((login) => login.readsTrail);
  return {
    ...inheritedEnvironment(),
    NODE_COMPILE_CACHE: join(state.path, 'compile-cache'),
    HOST: '127.0.0.1',
    PORT: String(ports.standIns),
    LOG_LEVEL: environment.LOG_LEVEL,
    STATE_FILE: join(state.path, 'stand-ins.json'),
    TWILIO_ACCOUNT_SID: secrets.twilioAccountSid,
    TWILIO_AUTH_TOKEN: secrets.twilioAuthToken,
    CORE_API_URL: `http://127.0.0.1:${ports.coreApi}`,
    APP_ORIGIN: `http://app.localhost:${ports.edge}`,
    ...present({
      CLOCK_AT: environment.CLOCK_AT,
      DEMO_LOGIN_EMAIL: reader?.email,
      DEMO_LOGIN_PASSWORD: reader?.password,
    }),
  };
}

function present(variables: Record<string, string | number | undefined>): Variables {
  const entries = Object.entries(variables).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}
