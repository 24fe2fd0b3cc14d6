import { z } from 'zod';

const Position = z.tuple([z.string(), z.uuid()]);

/** Where a page ends: an instant and the id that settles ties. Opaque outside. */
export interface PagePosition {
  at: Temporal.Instant;
  id: string;
}

export function encodeCursor(position: PagePosition): string {
  return Buffer.from(JSON.stringify([position.at.toString(), position.id])).toString('base64url');
}

/** The position, or null for what is no cursor of ours: the caller then starts from the first page. */
export function decodeCursor(cursor: string | undefined): PagePosition | null {
  if (!cursor) return null;
  try {
    const [at, id] = Position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    const instant = Temporal.Instant.from(at);
    return isStorable(instant) ? { at: instant, id } : null;
  } catch {
    return null;
  }
}

// An instant may lie further out than Postgres reads one.
function isStorable(at: Temporal.Instant): boolean {
  return at.epochMilliseconds >= 0 && at.epochMilliseconds < Date.UTC(10_000, 0);
}
