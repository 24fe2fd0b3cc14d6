import { randomBytes } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CuttableProxy, createCuttableProxy } from './cuttable-proxy.fixture.ts';
import {
  createGatewayFixture,
  type GatewayFixture,
  type TestBusiness,
  textFields,
} from './gateway.fixture.ts';

const path = '/twilio/sms/incoming';

describe('a gateway whose Postgres goes away while it runs', () => {
  let database: TestDatabase;
  let proxy: CuttableProxy;
  let gateway: GatewayFixture;
  let business: TestBusiness;

  beforeAll(async () => {
    database = await createTestDatabase();
    proxy = await createCuttableProxy(database.urls.servicepro_app);
    gateway = await createGatewayFixture({
      viaUrl: proxy.via,
      share: { database, credentialKey: randomBytes(32) },
    });
    business = await gateway.createBusiness('+15125550100', { isRoot: true });
  });
  afterAll(async () => {
    await gateway.close();
    await proxy.close();
    await database.drop();
  });

  it('acknowledges nothing it has not stored, says when to come back, and goes on by itself', async () => {
    const acknowledged: string[] = [];
    const refused: { status: number; retryAfter: unknown }[] = [];
    let isCut = false;
    for (let index = 0; index < 120; index += 1) {
      if (index === 40) {
        await proxy.cut();
        isCut = true;
      }
      if (index === 80) {
        await proxy.mend();
        isCut = false;
      }
      const fields = textFields(business);
      const answer = await gateway.post(path, fields, business.authToken);
      if (answer.status === 200) acknowledged.push(String(fields.MessageSid));
      else refused.push({ status: answer.status, retryAfter: answer.headers['retry-after'] });
      if (isCut) expect(answer.status).not.toBe(200);
    }
    expect(refused.length).toBeGreaterThanOrEqual(40);
    expect(refused.every((answer) => answer.status === 503 && Number(answer.retryAfter) > 0)).toBe(true);
    expect(acknowledged.length).toBeGreaterThanOrEqual(75);
    const { rows } = await database.admin.query(
      'select count(*)::int as n from messages where provider_message_id = any($1)',
      [acknowledged],
    );
    expect(rows[0].n).toBe(acknowledged.length);
  }, 60_000);
});
