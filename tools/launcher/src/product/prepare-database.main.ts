import { reasonOf } from '../failure.ts';
import { migrateDatabase, seedDatabase } from './fill-database.ts';
import type { PrepareAnswer, PrepareRequest } from './prepare-database.ts';

/** The process behind prepareDatabase: takes one request, answers it, ends. */
process.once('message', async (message) => {
  process.send?.(await prepare(asRequest(message)));
  process.disconnect?.();
});

async function prepare({ adminUrl, secrets, edgePort, at }: PrepareRequest): Promise<PrepareAnswer> {
  try {
    const applied = await migrateDatabase(adminUrl, secrets.rolePasswords);
    const now = at === undefined ? undefined : Temporal.Instant.from(at);
    return { kind: 'prepared', applied, demo: await seedDatabase({ adminUrl, secrets, edgePort, now }) };
  } catch (error) {
    return { kind: 'failed', sentence: reasonOf(error) };
  }
}

/** The only sender is prepareDatabase, in the same version of the same checkout. */
function asRequest(message: unknown): PrepareRequest {
  return message as PrepareRequest;
}
