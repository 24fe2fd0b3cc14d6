import type { TenantDb } from '@servicepro/db';
import { getPack, textIn } from '@servicepro/industry-packs';
import { listServices } from '../catalog/index.ts';
import { formatPhone } from '../customers/index.ts';
import type { BusinessFacts, CustomerFacts } from './brain/turn.rules.ts';
import { type BusinessRow, findBusiness, findPerson } from './facts.repository.ts';
import { firstName } from './reply/wording.rules.ts';

export interface ReceptionFacts {
  readonly business: BusinessFacts;
  readonly country: string;
  readonly isAiOn: boolean;
}

/** All rows of the business that a reply may speak of, as they stand now. */
export async function readBusinessFacts(db: TenantDb): Promise<ReceptionFacts> {
  const row = await findBusiness(db);
  const catalog = await listServices(db);
  return {
    country: row.country,
    isAiOn: row.ai_is_on,
    business: {
      ...catalog,
      ...calendarOf(row),
      ...tradeOf(row.pack_id),
      tenantId: db.context.tenantId,
      name: row.name,
      timeZone: row.time_zone,
      ownerName: firstName(row.owner_name ?? '') || 'the team',
      phone: formatPhone(row.phone, row.country),
      street: row.street,
      city: row.city,
      serviceArea: row.service_area,
      faqs: row.faqs,
    },
  };
}

export async function readCustomerFacts(
  db: TenantDb,
  who: { customerId: string | null; name: string },
  now: Temporal.Instant,
): Promise<CustomerFacts> {
  if (who.customerId === null)
    return { customerId: null, name: '', assets: [], lastAddress: '', upcoming: [] };
  const person = await findPerson(db, who.customerId, now);
  return {
    customerId: who.customerId,
    name: who.name,
    assets: person.assets,
    lastAddress: person.last_address ?? '',
    upcoming: person.upcoming.map((visit) => ({
      ...visit,
      number: `J-${visit.number}`,
      startsAt: Temporal.Instant.from(visit.startsAt).toString(),
    })),
  };
}

function calendarOf(row: BusinessRow): Pick<BusinessFacts, 'hours' | 'holidays' | 'calendar'> {
  const hours = row.hours.map((opening) => ({
    id: opening.id,
    weekday: opening.weekday,
    opensMinute: minuteOf(opening.opens),
    closesMinute: minuteOf(opening.closes),
  }));
  return {
    hours,
    holidays: row.holidays,
    calendar: {
      timeZone: row.time_zone,
      openings: hours,
      holidays: row.holidays,
      horizonDays: row.horizon_days,
    },
  };
}

function tradeOf(
  packId: string,
): Pick<BusinessFacts, 'assetKind' | 'assetQuestion' | 'urgentWords' | 'neverPhrases'> {
  const pack = getPack(packId);
  if (!pack) return { assetKind: '', assetQuestion: null, urgentWords: [], neverPhrases: [] };
  const intake = pack.intake.find((question) => question.isNeededToBook && question.kind !== 'address');
  return {
    assetKind: textIn(pack.assetKind, 'en'),
    assetQuestion: intake ? textIn(intake.question, 'en') : null,
    urgentWords: pack.urgent
      .filter((urgent) => urgent.response === 'person')
      .map((urgent) => ({ id: urgent.key, phrases: urgent.words })),
    neverPhrases: pack.neverPromise.flatMap((never) => never.phrases),
  };
}

function minuteOf(wallTime: string): number {
  const [hours, minutes] = wallTime.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}
