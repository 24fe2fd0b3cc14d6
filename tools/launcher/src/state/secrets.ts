import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LauncherFailure } from '../failure.ts';
import type { StateFolder } from './state-folder.ts';

const RolePasswords = z.object({
  servicepro_app: z.string(),
  servicepro_relay: z.string(),
  servicepro_platform: z.string(),
  servicepro_auth: z.string(),
  servicepro_queue: z.string(),
});
export type RolePasswords = z.infer<typeof RolePasswords>;

const Secrets = z.object({
  adminPassword: z.string(),
  rolePasswords: RolePasswords,
  /** 32 bytes, base64: encrypts the tenants' vendor tokens. */
  credentialKey: z.string(),
  authSecret: z.string(),
  /** Between the worker and site-renderer: "this tenant's pages are stale". */
  revalidateSecret: z.string(),
  /** The platform's account at the stand-in, in the shape of Twilio's. */
  twilioAccountSid: z.string(),
  twilioAuthToken: z.string(),
});
export type Secrets = z.infer<typeof Secrets>;

/**
 * Makes the secrets once and keeps them: with new ones, stored tokens could no longer be read. A secret that a newer
 * version added is made when it is missing.
 */
export function keepSecrets(state: StateFolder): Secrets {
  const file = join(state.path, 'secrets.json');
  const kept = existsSync(file) ? readFileSync(file, 'utf8') : '{}';
  const result = Secrets.safeParse({ ...makeSecrets(), ...parseObject(kept, file) });
  if (!result.success) throw damaged(file);
  const text = `${JSON.stringify(result.data, null, 2)}\n`;
  if (text !== kept) {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, text, { mode: 0o600 });
    renameSync(draft, file);
  }
  return result.data;
}

function parseObject(text: string, file: string): object {
  try {
    return z.looseObject({}).parse(JSON.parse(text));
  } catch {
    throw damaged(file);
  }
}

function damaged(file: string): LauncherFailure {
  return new LauncherFailure('failed', `${file} is damaged: restore it, or delete its folder to begin anew.`);
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
    revalidateSecret: randomBytes(24).toString('base64url'),
    twilioAccountSid: `AC${randomBytes(16).toString('hex')}`,
    twilioAuthToken: randomBytes(16).toString('hex'),
  };
}

/** Letters and digits only, so that it stands in a URL as it is. */
function password(): string {
  return randomBytes(18).toString('hex');
}
