export type Wait = { unit: 'minutes' | 'hours' | 'days'; count: number };

/** How long somebody has waited, in the one unit a person would use. */
export function waitOf(since: string, now: Date): Wait {
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / 60_000));
  if (minutes < 90) return { unit: 'minutes', count: minutes };
  if (minutes < 48 * 60) return { unit: 'hours', count: Math.round(minutes / 60) };
  return { unit: 'days', count: Math.floor(minutes / 1440) };
}
