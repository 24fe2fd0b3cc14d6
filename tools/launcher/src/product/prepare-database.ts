import { fork } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { LauncherFailure } from '../failure.ts';
import type { Secrets } from '../state/secrets.ts';
import { DemoDescription } from './demo.ts';

export interface PrepareRequest {
  adminUrl: string;
  secrets: Secrets;
  edgePort: number;
  /** ISO instant the demo is laid around; absent: the clock. */
  at?: string;
}

export const PrepareAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('prepared'), applied: z.array(z.string()), demo: DemoDescription }),
  z.object({ kind: z.literal('failed'), sentence: z.string() }),
]);
export type PrepareAnswer = z.infer<typeof PrepareAnswer>;

/**
 * Migrates the database and lays the demo, in a process of its own: what that loads would otherwise stay in the
 * launcher's memory for as long as the product runs.
 */
export function prepareDatabase(
  request: PrepareRequest,
  signal: AbortSignal,
): Promise<Extract<PrepareAnswer, { kind: 'prepared' }>> {
  return new Promise((resolve, reject) => {
    const main = join(import.meta.dirname, 'prepare-database.main.ts');
    const child = fork(main, { execArgv: ['--disable-warning=ExperimentalWarning'], signal });
    const fail = (sentence: string) => reject(new LauncherFailure('failed', sentence));
    child.on('message', (message) => {
      const answer = PrepareAnswer.parse(message);
      if (answer.kind === 'prepared') resolve(answer);
      else fail(answer.sentence);
    });
    child.on('error', reject);
    child.on('exit', (code) => fail(`The database could not be prepared (exit code ${code}).`));
    child.send(request);
  });
}
