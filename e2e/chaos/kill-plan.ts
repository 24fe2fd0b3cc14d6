/** Where a process dies, and which one. */
export interface KillPlan {
  process: 'gateway' | 'worker';
  /** As KILL_AT takes it: `K7`, or `K7:2` for the second time it comes there. */
  at: string;
  /** Redis loses everything at a random moment too. */
  isRedisFlushed: boolean;
  /** The carrier's reports are lost: only a look-up tells what became of a send. */
  areReportsLost: boolean;
}

const points: readonly { process: KillPlan['process']; point: string }[] = [
  { process: 'gateway', point: 'K1' },
  { process: 'gateway', point: 'K2' },
  { process: 'gateway', point: 'K4' },
  { process: 'worker', point: 'K5' },
  { process: 'worker', point: 'K6' },
  { process: 'worker', point: 'K7' },
  { process: 'worker', point: 'K9' },
  { process: 'worker', point: 'K11' },
  { process: 'worker', point: 'K12' },
  { process: 'worker', point: 'K13' },
  { process: 'worker', point: 'K14' },
];

/** The points in turn, the first and the second time each is reached, every other trial with Redis emptied. */
export function planOf(trial: number): KillPlan {
  const place = points[trial % points.length] ?? { process: 'worker', point: 'K7' };
  const round = Math.floor(trial / points.length);
  const time = place.point === 'K14' ? 1 : 1 + (round % 2);
  return {
    process: place.process,
    at: time === 1 ? place.point : `${place.point}:${time}`,
    isRedisFlushed: trial % 2 === 1,
    areReportsLost: trial % 4 >= 2,
  };
}

export const pointCount = points.length;
