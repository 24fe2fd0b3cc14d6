/**
 * The moments at which a process may die while one inbound message is on its way:
 * K1 before parsing, K2 signature checked, K3 inside the storing transaction, K4 committed and not yet answered,
 * K5 relay before adding the job, K6 relay after adding it, K7 worker has the message, K8 model answered and no action yet,
 * K9 inside the action's transaction, K10 action committed and no reply row, K11 reply marked as sending,
 * K12 provider accepted and not yet marked, K13 marked and the job not yet complete, K14 while draining.
 */
export type KillPointName = `K${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14}`;

/** A named moment. Does nothing unless this process was told to die there. */
export type KillPoint = (name: KillPointName) => void;

export const noKillPoints: KillPoint = () => {};

/**
 * `killAt` comes from KILL_AT, which only chaos tests set: `K7` is the first time it is reached, `K7:2` the second.
 * SIGKILL: no handler runs, nothing is flushed.
 */
export function createKillPoints(killAt: string | undefined): KillPoint {
  if (killAt === undefined) return noKillPoints;
  const [at, time] = killAt.split(':');
  let left = Number(time ?? 1);
  return (name) => {
    if (name !== at) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
}
