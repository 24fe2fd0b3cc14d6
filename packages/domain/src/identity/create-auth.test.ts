import { randomUUID } from 'node:crypto';
import { createPool, type Pool } from '@servicepro/db';
import { createTestDatabase, type TestDatabase } from '@servicepro/db/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAuth } from './create-auth.ts';
import { createSignIn } from './create-sign-in.ts';

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool(database.urls.servicepro_auth, { max: 2, instants: 'date' });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

test('behind TLS the session cookie is bound to this very host, out of scripts’ reach, and signs in', async () => {
  const appOrigin = 'https://app.example.test';
  const auth = createAuth({ pool, secret: randomUUID() + randomUUID(), appOrigin, isSecure: true });
  const person = { email: 'ann@example.test', password: 'correct horse battery' };
  await createSignIn(auth, { ...person, name: 'Ann' });
  const answer = await auth.handler(
    new Request(`${appOrigin}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: appOrigin, 'x-forwarded-for': '198.51.100.7' },
      body: JSON.stringify(person),
    }),
  );
  const [cookie = ''] = answer.headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-/);
  expect(cookie).toMatch(/; Path=\/(;|$)/);
  expect(cookie).toMatch(/; Secure/);
  expect(cookie).toMatch(/; HttpOnly/);
  expect(cookie).not.toMatch(/Domain=/i);
  const headers = new Headers({ cookie: cookie.split(';')[0] ?? '' });
  expect((await auth.api.getSession({ headers }))?.user.email).toBe(person.email);
});
