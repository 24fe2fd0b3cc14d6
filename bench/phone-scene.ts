import { createHmac, randomBytes } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import { authTokenKind } from '@servicepro/domain/tenants';
import { sealCredential } from '@servicepro/providers/credentials';
import type { TenantContext } from '@servicepro/tenant-context';

export const businessNumber = '+15125550100';

/** A database with one business that has a number and an account at the carrier. */
export interface PhoneScene extends AsyncDisposable {
  readonly database: TestDatabase;
  readonly tenant: TenantContext;
  readonly account: { readonly sid: string; readonly authToken: string };
  /** What gateway and worker read, but for their ports and the carrier's address. */
  readonly environment: Readonly<Record<string, string>>;
}

export async function openPhoneScene(): Promise<PhoneScene> {
  const database = await createTestDatabase();
  const credentialKey = randomBytes(32);
  const tenant = await database.createTenant({ number: businessNumber, isRoot: true, name: 'Clean Machine' });
  const account = { sid: `AC${randomBytes(16).toString('hex')}`, authToken: randomBytes(16).toString('hex') };
  const place = { tenantId: tenant.tenantId, kind: authTokenKind, version: 1 };
  await database.admin.query(
    'insert into phone_accounts (tenant_id, account_id, auth_token_sealed) values ($1, $2, $3)',
    [tenant.tenantId, account.sid, sealCredential(credentialKey, place, account.authToken)],
  );
  await database.admin.query(
    'insert into tenant_phone_config (tenant_id, number, account_id) values ($1, $2, $3)',
    [tenant.tenantId, businessNumber, account.sid],
  );
  return {
    ...{ database, tenant, account },
    environment: {
      DATABASE_URL: database.urls.servicepro_app,
      DIRECT_DATABASE_URL: database.urls.servicepro_app,
      RELAY_DATABASE_URL: database.urls.servicepro_relay,
      QUEUE_DATABASE_URL: database.urls.servicepro_queue,
      CREDENTIAL_KEY: credentialKey.toString('base64'),
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: 'platform-token',
      JOIN_PAUSE_SECONDS: '0',
    },
    [Symbol.asyncDispose]: () => database.drop(),
  };
}

/** A phone of its own for each index. */
export function phoneOf(index: number): string {
  return `+1512${String(6_000_000 + index)}`;
}

/** The carrier's signature of a form, in base64: https://www.twilio.com/docs/usage/security#validating-requests */
export function sign(authToken: string, url: string, fields: Readonly<Record<string, string>>): string {
  const joined = Object.keys(fields)
    .sort()
    .reduce((text, name) => text + name + fields[name], url);
  return createHmac('sha1', authToken).update(joined, 'utf8').digest('base64');
}
