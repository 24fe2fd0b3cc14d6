import { setTimeout as sleep } from 'node:timers/promises';

/** Sends a signal to a process and all its descendants in its group; false when none of them is left. */
export function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}

/** Asks a group to end, waits, and ends it by force when it does not. */
export async function endGroup(pid: number, graceSeconds: number): Promise<void> {
  if (!signalGroup(pid, 'SIGTERM')) return;
  const deadline = performance.now() + graceSeconds * 1000;
  while (performance.now() < deadline) {
    if (!signalGroup(pid, 0)) return;
    await sleep(50);
  }
  signalGroup(pid, 'SIGKILL');
}
