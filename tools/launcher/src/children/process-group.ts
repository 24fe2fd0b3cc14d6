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

/**
 * Asks a process to end, and then what it leaves behind in its group; ends by force what does not listen. The head is
 * asked first, because some heads (node --watch) pass the signal on to their children themselves.
 */
export async function endGroup(pid: number, graceSeconds: number): Promise<void> {
  const deadlineMs = performance.now() + graceSeconds * 1000;
  signalProcess(pid, 'SIGTERM');
  while (signalProcess(pid, 0) && performance.now() < deadlineMs) await sleep(50);
  if (!signalGroup(pid, 'SIGTERM')) return;
  while (signalGroup(pid, 0) && performance.now() < deadlineMs) await sleep(50);
  signalGroup(pid, 'SIGKILL');
}

function signalProcess(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}
