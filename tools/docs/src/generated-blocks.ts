/** Raised when a document lacks the marks between which something is written. */
export class MarksMissing extends Error {
  constructor(name: string) {
    super(
      `the marks <!-- generated: ${name} --> and <!-- end: ${name} --> are not there once, in this order`,
    );
    this.name = 'MarksMissing';
  }
}

/**
 * Puts `content` between the marks of that name and leaves the rest as it is. Doing it twice is the same as once.
 * Throws MarksMissing.
 */
export function replaceBlock(document: string, name: string, content: string): string {
  const [start, end] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`];
  const [before, rest, ...more] = document.split(start);
  const [, after, ...ends] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined || more.length > 0 || ends.length > 0)
    throw new MarksMissing(name);
  return `${before}${start}\n\n${content}\n\n${end}${after}`;
}

/** A Markdown table. A bar inside a cell is escaped. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').trim()).join(' | ')} |`.replaceAll('|  |', '| |');
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
