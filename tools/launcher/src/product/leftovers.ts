import { endGroup } from '../children/process-group.ts';
import { LauncherFailure } from '../failure.ts';
import { commandOf, findRunningProduct, readRunningFile, removeRunningFile } from '../state/running-file.ts';
import { projectRoot, type StateFolder } from '../state/state-folder.ts';

/** Refuses to start twice on one state folder, and ends what a launcher that was killed left running. */
export async function settleEarlierStart(state: StateFolder): Promise<void> {
  const running = findRunningProduct(state);
  if (running) {
    const address = `http://app.localhost:${running.edgePort}`;
    throw new LauncherFailure(
      'alreadyRunning',
      `ServicePro already runs at ${address}; \`npm run where\` tells the rest.`,
    );
  }
  const left = readRunningFile(state);
  if (!left) return;
  await Promise.all(
    Object.values(left.pids)
      .filter(isOurs)
      .map((pid) => endGroup(pid, 5)),
  );
  removeRunningFile(state);
}

/** Process ids are given out again; Next.js renames its process, PostgreSQL's is known by its data folder. */
function isOurs(pid: number): boolean {
  const command = commandOf(pid);
  return (
    command.includes(projectRoot) || command.startsWith('next-server') || command.includes('bin/postgres -D')
  );
}
