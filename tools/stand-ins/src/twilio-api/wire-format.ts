/** "Tue, 12 May 2026 14:00:00 +0000", as the 2010 API writes instants. */
export function rfc2822(instant: string | null): string | null {
  return instant === null ? null : new Date(instant).toUTCString().replace('GMT', '+0000');
}

/** Whole seconds, as the v1 APIs write instants. */
export function isoSeconds(instant: string): string {
  return instant.replace(/\.\d+Z$/, 'Z');
}

export type Form = Readonly<Record<string, unknown>>;

/** A form's field, or the first of several; empty where it is absent. */
export function field(form: Form, name: string): string {
  const value = form[name];
  if (typeof value === 'string') return value;
  return Array.isArray(value) && typeof value[0] === 'string' ? value[0] : '';
}

export function hasField(form: Form, name: string): boolean {
  return form[name] !== undefined;
}

export function flag(form: Form, name: string, fallback: boolean): boolean {
  return hasField(form, name) ? field(form, name).toLowerCase() === 'true' : fallback;
}

/** Fastify leaves a body or a query untyped; anything but an object counts as empty. */
export function formOf(value: unknown): Form {
  return value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value)) : {};
}
