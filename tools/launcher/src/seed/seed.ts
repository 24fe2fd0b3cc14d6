import { asRole } from '../postgres/database.ts';
import type { DemoDescription } from '../product/demo.ts';
import type { Secrets } from '../state/secrets.ts';
import type { CarrierKeys } from './demo-accounts.ts';
import { describeDemo } from './describe-demo.ts';
import { seedDemo } from './seed-demo.ts';

export interface SeedOptions {
  /** An administrator's URL; the seed itself connects as the product's roles. */
  adminUrl: string;
  secrets: Pick<
    Secrets,
    'rolePasswords' | 'credentialKey' | 'authSecret' | 'twilioAccountSid' | 'twilioAuthToken'
  >;
  edgePort: number;
  /** Default: the clock. */
  now?: Temporal.Instant;
}

/** Lays the demo where it is not there yet, and describes it for the launcher's table and the carrier's stand-in. */
export async function seed(options: SeedOptions): Promise<DemoDescription> {
  const { secrets, edgePort } = options;
  const appOrigin = `http://app.localhost:${edgePort}`;
  const carrier = carrierKeys(secrets);
  const { tenantIds } = await seedDemo({
    urls: roleUrls(options),
    carrier,
    authSecret: secrets.authSecret,
    appOrigin,
    now: options.now ?? Temporal.Now.instant(),
  });
  return describeDemo({ carrier, webhookOrigin: appOrigin, tenantIds });
}

function carrierKeys(secrets: SeedOptions['secrets']): CarrierKeys {
  return {
    credentialKey: secrets.credentialKey,
    accountId: secrets.twilioAccountSid,
    authToken: secrets.twilioAuthToken,
  };
}

function roleUrls({ adminUrl, secrets }: SeedOptions): {
  app: string;
  platform: string;
  auth: string;
} {
  const { rolePasswords } = secrets;
  return {
    app: asRole(adminUrl, 'servicepro_app', rolePasswords.servicepro_app),
    platform: asRole(adminUrl, 'servicepro_platform', rolePasswords.servicepro_platform),
    auth: asRole(adminUrl, 'servicepro_auth', rolePasswords.servicepro_auth),
  };
}
