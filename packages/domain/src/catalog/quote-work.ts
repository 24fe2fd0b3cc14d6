import type { TenantDb } from '@servicepro/db';
import { catalogErrors } from './catalog.errors.ts';
import { findAddOnsById, findOffer } from './work.repository.ts';

/** What a customer chose. */
export interface WorkChoice {
  readonly serviceId: string;
  readonly assetClassId: string;
  readonly addOnIds?: readonly string[];
}

export interface WorkLine {
  readonly kind: 'service' | 'add_on';
  readonly servicePriceId: string | null;
  readonly addOnId: string | null;
  readonly name: string;
  readonly durationMinutes: number;
  /** Confirmed, or null: then the work as a whole has no price that may be told. */
  readonly priceCents: number | null;
}

/** The chosen work as it stands in the catalogue now: how long, for how much, and where it can be done. */
export interface QuotedWork {
  readonly serviceId: string;
  readonly serviceName: string;
  readonly assetClassId: string;
  readonly booking: 'instant' | 'quote_first' | 'after_diagnostic';
  readonly isMobile: boolean;
  readonly bufferMinutes: number;
  /** Service and add-ons together. */
  readonly durationMinutes: number;
  readonly lines: readonly WorkLine[];
  /** Sum of the lines; null as soon as one has no confirmed price. */
  readonly totalCents: number | null;
  readonly currency: string;
}

/**
 * Turns a choice into work with duration, lines and price. Throws `catalog.unknown-service` (404),
 * `catalog.not-offered`, `catalog.unknown-add-on` and `catalog.too-long` (400).
 */
export async function quoteWork(db: TenantDb, choice: WorkChoice): Promise<QuotedWork> {
  const offer = await findOffer(db, choice.serviceId, choice.assetClassId);
  if (!offer) throw catalogErrors.unknownService();
  const { servicePriceId, durationMinutes, currency } = offer;
  if (servicePriceId === null || durationMinutes === null || currency === null)
    throw catalogErrors.notOffered();
  const lines: WorkLine[] = [
    {
      kind: 'service',
      servicePriceId,
      addOnId: null,
      name: offer.serviceName,
      durationMinutes,
      priceCents: offer.priceCents,
    },
    ...(await addOnLines(db, choice.addOnIds ?? [])),
  ];
  return {
    serviceId: offer.serviceId,
    serviceName: offer.serviceName,
    assetClassId: choice.assetClassId,
    booking: offer.booking,
    isMobile: offer.isMobile,
    bufferMinutes: offer.bufferMinutes,
    durationMinutes: durationOf(lines),
    lines,
    totalCents: totalOf(lines),
    currency,
  };
}

async function addOnLines(db: TenantDb, ids: readonly string[]): Promise<WorkLine[]> {
  const wanted = new Set(ids);
  const addOns = await findAddOnsById(db, [...wanted]);
  if (addOns.length !== wanted.size) throw catalogErrors.unknownAddOn();
  return addOns.map((addOn) => ({
    kind: 'add_on',
    servicePriceId: null,
    addOnId: addOn.id,
    name: addOn.name,
    durationMinutes: addOn.durationMinutes,
    priceCents: addOn.priceCents,
  }));
}

/** Two days; with the longest buffer this stays under the table's own bound of 72 hours. */
const longestMinutes = 2880;

function durationOf(lines: readonly WorkLine[]): number {
  const minutes = lines.reduce((sum, line) => sum + line.durationMinutes, 0);
  if (minutes > longestMinutes) throw catalogErrors.tooLong();
  return minutes;
}

function totalOf(lines: readonly WorkLine[]): number | null {
  let total = 0;
  for (const line of lines) {
    if (line.priceCents === null) return null;
    total += line.priceCents;
  }
  return total;
}
