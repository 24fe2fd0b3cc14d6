import type { BenchRow } from './bench-row.ts';

/** The table for people: one line for each row, and under it a sentence on what does not hold. */
export function formatRows(rows: readonly BenchRow[]): string {
  const lines = [
    ['what', 'measured', 'floor', 'ratio', 'goal', 'holds'],
    ...rows.map((row) => [
      row.name,
      `${figure(row.value)} ${row.unit}`,
      row.floor === null ? '' : figure(row.floor),
      row.ratio === null ? '' : `${figure(row.ratio)}×`,
      row.goal,
      row.holds ? 'yes' : 'NO',
    ]),
  ];
  const widths =
    lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  const table = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const missed = rows.filter((row) => !row.holds).map((row) => row.name);
  return [
    ...table,
    '',
    missed.length === 0
      ? `All ${rows.length} hold.`
      : `${missed.length} of ${rows.length} do not hold: ${missed.join('; ')}.`,
  ].join('\n');
}

/** Three figures that mean something, and no more. */
function figure(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
