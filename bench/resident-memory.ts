import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const Process = z.object({ pid: z.number(), parent: z.number(), group: z.number(), kilobytes: z.number() });
type Process = z.infer<typeof Process>;

/**
 * Resident memory of these processes, their groups and all that descends from them, in 10⁹ bytes. Pages that several
 * share, such as PostgreSQL's buffers, are counted for each of them.
 */
export function residentGigabytes(heads: readonly number[]): number {
  const all = listProcesses();
  const counted = new Set(heads);
  // A parent is listed before or after its children: go on until nothing is added.
  for (let before = -1; before !== counted.size; ) {
    before = counted.size;
    for (const { pid, parent, group } of all)
      if (counted.has(parent) || heads.includes(group)) counted.add(pid);
  }
  const kilobytes = all.filter(({ pid }) => counted.has(pid)).reduce((sum, one) => sum + one.kilobytes, 0);
  return (kilobytes * 1_024) / 1e9;
}

function listProcesses(): Process[] {
  if (existsSync('/proc/self/stat')) return readdirSync('/proc').flatMap((name) => readProcess(name) ?? []);
  const { stdout } = spawnSync('ps', ['-axo', 'pid=,ppid=,pgid=,rss='], { encoding: 'utf8' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [pid, parent, group, kilobytes] = line.trim().split(/\s+/).map(Number);
      return Process.parse({ pid, parent, group, kilobytes });
    });
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html, fields 4 and 5 after the name in parentheses. */
function readProcess(name: string): Process | undefined {
  if (!/^\d+$/.test(name)) return undefined;
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
    const [, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const resident = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1] ?? 0;
    return Process.parse({
      pid: Number(name),
      parent: Number(parent),
      group: Number(group),
      kilobytes: Number(resident),
    });
  } catch {
    // It has ended between the list and the look.
    return undefined;
  }
}
