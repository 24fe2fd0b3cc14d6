/** A reader that went away (`npm start | head`) must not end the product: what nobody reads is dropped. */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

/** Prints a line for the person at the terminal. Progress goes to stderr, so that stdout holds only a command's answer. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Prints a command's answer. */
export function answer(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Lines up rows in columns; the first row may be a heading. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A duration for people: "0.8 s". */
export function seconds(sinceMs: number): string {
  return `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;
}
