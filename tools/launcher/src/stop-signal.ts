import { say } from './terminal.ts';

/**
 * Aborts when somebody wants us to end: Ctrl-C, SIGTERM, a closed terminal, or the end of the process that started us
 * (its IPC channel closes). npm and the terminal both send Ctrl-C, so a second one means no more than the first. A fault
 * of our own aborts too, so that what was started is stopped and not left behind.
 */
export function listenForEnd(): AbortSignal {
  const ending = new AbortController();
  const end = () => ending.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  process.on('uncaughtException', (error) => {
    say(error.stack ?? String(error));
    process.exitCode = 1;
    end();
  });
  if (process.channel) {
    process.on('disconnect', end);
    process.channel.unref();
  }
  return ending.signal;
}

/** Resolves when the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
