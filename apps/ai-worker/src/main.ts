import { readEnv } from './env.ts';
import { startWorker } from './start-worker.ts';

await startWorker(readEnv());
