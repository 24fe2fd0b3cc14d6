import type { TenantDb } from '@servicepro/db';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { tenantErrors } from './tenants.errors.ts';

/** Where and when a business works: its zone, the openings of each weekday, its days off, and what it offers ahead. */
export interface BusinessTime {
  readonly timeZone: string;
  readonly currency: string;
  /** ISO 3166 alpha-2: in which country a phone number without a country code is. */
  readonly country: string;
  readonly slotStepMinutes: number;
  readonly noticeMinutes: number;
  readonly horizonDays: number;
  /** By weekday (1 Monday … 7 Sunday), then opening time; `HH:MM` wall time. */
  readonly hours: readonly { weekday: number; opensLocal: string; closesLocal: string }[];
  /** ISO dates, sorted. */
  readonly holidays: readonly { day: string; name: string }[];
}

/** Reads all that the calendar's rules need of a business, in one statement. */
export async function findBusinessTime(db: TenantDb): Promise<BusinessTime> {
  const row = await db
    .selectFrom('tenant_profiles as profile')
    .select((eb) => [
      'profile.time_zone as timeZone',
      'profile.currency',
      'profile.country',
      'profile.slot_step_minutes as slotStepMinutes',
      'profile.notice_minutes as noticeMinutes',
      'profile.horizon_days as horizonDays',
      jsonArrayFrom(
        eb
          .selectFrom('business_hours as h')
          .select(['h.weekday', 'h.opens_local as opensLocal', 'h.closes_local as closesLocal'])
          .whereRef('h.tenant_id', '=', 'profile.tenant_id')
          .orderBy('h.weekday')
          .orderBy('h.opens_local'),
      ).as('hours'),
      jsonArrayFrom(
        eb
          .selectFrom('holidays as d')
          .select(['d.day', 'd.name'])
          .whereRef('d.tenant_id', '=', 'profile.tenant_id')
          .orderBy('d.day')
          .limit(1000),
      ).as('holidays'),
    ])
    .executeTakeFirst();
  if (!row) throw tenantErrors.profileMissing();
  return {
    ...row,
    hours: row.hours.map((opening) => ({
      weekday: opening.weekday,
      opensLocal: opening.opensLocal.slice(0, 5),
      closesLocal: opening.closesLocal.slice(0, 5),
    })),
  };
}
