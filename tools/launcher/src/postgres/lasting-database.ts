import { setTimeout as sleep } from 'node:timers/promises';
import { type DatabaseOptions, type OpenDatabase, openDatabase } from './database.ts';

export interface LastingDatabase {
  adminUrl: string;
  stop: () => Promise<void>;
}

export interface LastingDatabaseOptions extends DatabaseOptions {
  show: (line: string) => void;
  onStarted: (pid: number) => void;
}

/** Opens the database, and starts an embedded server again when it ends while the product still runs. */
export async function openLastingDatabase(options: LastingDatabaseOptions): Promise<LastingDatabase> {
  let current: OpenDatabase = await openDatabase(options);
  let isStopping = false;
  const note = () => {
    if (current.pid !== undefined) options.onStarted(current.pid);
  };
  const keepRunning = async (): Promise<void> => {
    for (;;) {
      await current.ended;
      if (isStopping) return;
      options.show('postgres  ended, starting it again');
      await sleep(1000);
      if (isStopping) return;
      current = await openDatabase(options);
      note();
    }
  };
  note();
  keepRunning().catch((error) => options.show(`postgres  could not be started again: ${error}`));
  return {
    adminUrl: current.adminUrl,
    stop: async () => {
      isStopping = true;
      await current.stop();
    },
  };
}
