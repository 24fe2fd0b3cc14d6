import type { Readable } from 'node:stream';
import { z } from 'zod';

/** Calls back for every whole line, and for an unfinished last one. */
export function readLines(stream: Readable, onLine: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
  stream.on('end', () => {
    if (rest) onLine(rest);
  });
}

const LogEntry = z.object({
  level: z.union([z.number(), z.string()]),
  msg: z.string().default(''),
  err: z.object({ message: z.string() }).partial().optional(),
});

const alarming = /error|warn|fail|cannot|refus|missing|wrong|⨯|⚠/i;
const stackFrame = /^\s+at /;

/** What a person at the terminal should see of a child's line: warnings and errors, shortened; nothing of the rest. */
export function worthShowing(line: string): string | undefined {
  if (!line.startsWith('{'))
    return alarming.test(line) && !stackFrame.test(line) ? shorten(line.trim()) : undefined;
  const entry = LogEntry.safeParse(parseJson(line));
  if (!entry.success || !isAlarm(entry.data.level)) return undefined;
  const { msg, err } = entry.data;
  const detail = err?.message && !msg.includes(err.message) ? `: ${err.message}` : '';
  return shorten(`${msg}${detail}`);
}

/** pino's levels: 40 is a warning. */
function isAlarm(level: number | string): boolean {
  return typeof level === 'number' ? level >= 40 : ['warn', 'error', 'fatal'].includes(level);
}

function shorten(text: string): string {
  const oneLine = text.replaceAll(/\s+/g, ' ');
  return oneLine.length > 200 ? `${oneLine.slice(0, 199)}…` : oneLine;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
