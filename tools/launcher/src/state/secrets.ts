import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LauncherFailure } from '../failure.ts';
import type { StateFolder } from './state-folder.ts';

const Secrets = z.object({
  adminPassword: z.string(),
  rolePasswords: z.object({
    servicepro_app: z.string(),
    servicepro_relay: z.string(),
    servicepro_platform: z.string(),
    servicepro_auth: z.string(),
    servicepro_queue: z.string(),
  }),
  /** 32 bytes, base64: encrypts the tenants' vendor tokens. */
  credentialKey: z.string(),
  authSecret: z.string(),
  /** The platform's account at the stand-in, in the shape of Twilio's. */
  twilioAccountSid: z.string(),
  twilioAuthToken: z.string(),
});
export type Secrets = z.infer<typeof Secrets>;

/** Makes the secrets once and keeps them: with new ones, stored tokens could no longer be read. */
export function keepSecrets(state: StateFolder): Secrets {
  const file = join(state.path, 'secrets.json');
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify(makeSecrets(), null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, file);
  }
  const result = Secrets.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (result.success) return result.data;
  throw new LauncherFailure('failed', `${file} is damaged: restore it, or delete the folder to begin anew.`);
}

function makeSecrets(): Secrets {
  return {
    adminPassword: password(),
    rolePasswords: {
      servicepro_app: password(),
      servicepro_relay: password(),
      servicepro_platform: password(),
      servicepro_auth: password(),
      servicepro_queue: password(),
    },
    credentialKey: randomBytes(32).toString('base64'),
    authSecret: randomBytes(32).toString('base64url'),
    twilioAccountSid: `AC${randomBytes(16).toString('hex')}`,
    twilioAuthToken: randomBytes(16).toString('hex'),
  };
}

/** Letters and digits only, so that it stands in a URL as it is. */
function password(): string {
  return randomBytes(18).toString('hex');
}
