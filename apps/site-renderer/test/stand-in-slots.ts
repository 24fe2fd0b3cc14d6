import { randomUUID } from 'node:crypto';
import type { PublicSite } from '@servicepro/contracts/rest/public';
import type { Hold, Slot, SlotAnswer, SlotDay } from '@servicepro/contracts/rest/scheduling';
import { fixtureId } from '@servicepro/site-sections/fixtures/sites.data.ts';

type Answer = { status: number; body: unknown };
type Choice = { serviceId: string; assetClassId: string; addOnIds: string[]; startsAt: string };

/** A week of slots with one closed and one full day; a slot that is held or booked is gone. */
export function standInSlots() {
  const holds = new Map<string, Hold & Choice>();
  const taken = new Set<string>();
  const choiceOf = (body: Record<string, unknown>): Choice => ({
    serviceId: String(body.serviceId),
    assetClassId: String(body.assetClassId),
    addOnIds: Array.isArray(body.addOnIds) ? body.addOnIds.map(String) : [],
    startsAt: String(body.startsAt),
  });
  return {
    list: (site: PublicSite, query: URLSearchParams): SlotAnswer => {
      const addOnIds = (query.get('addOnIds') ?? '').split(',').filter(Boolean);
      const work = workOf(site, String(query.get('serviceId')), String(query.get('assetClassId')), addOnIds);
      return {
        timeZone: site.tenant.timeZone,
        durationMinutes: work.durationMinutes,
        priceCents: work.totalCents,
        currency: site.tenant.currency,
        days: week(query.get('from'), work.durationMinutes, taken),
      };
    },
    hold: (site: PublicSite, body: Record<string, unknown>, holdId: string | null): Answer => {
      const old = holdId === null ? undefined : holds.get(holdId);
      if (holdId !== null && !old) return { status: 404, body: problem(404, 'scheduling.hold-not-found') };
      const choice = old ?? choiceOf(body);
      if (!old && taken.has(choice.startsAt)) {
        const alternatives = week(null, 60, taken)
          .flatMap((day) => day.slots)
          .slice(0, 3);
        return { status: 409, body: { ...problem(409, 'scheduling.slot-taken'), alternatives } };
      }
      taken.add(choice.startsAt);
      const work = workOf(site, choice.serviceId, choice.assetClassId, choice.addOnIds);
      const hold: Hold & Choice = {
        ...choice,
        ...work,
        id: old?.id ?? randomUUID(),
        endsAt: new Date(Date.parse(choice.startsAt) + work.durationMinutes * 60_000).toISOString(),
        expiresAt: new Date(Date.now() + 600_000).toISOString(),
        currency: site.tenant.currency,
      };
      holds.set(hold.id, hold);
      const { serviceId: _s, assetClassId: _a, addOnIds: _o, ...answer } = hold;
      return { status: 201, body: answer };
    },
    book: (site: PublicSite, body: Record<string, unknown>): Answer => {
      const hold = holds.get(String(body.holdId));
      if (!hold) return { status: 409, body: problem(409, 'scheduling.hold-expired') };
      return {
        status: 201,
        body: {
          number: 'J-2045',
          startsAt: hold.startsAt,
          endsAt: hold.endsAt,
          serviceName: site.services.find((service) => service.id === hold.serviceId)?.name ?? '',
          resourceName: 'Marcus',
          address: String(body.address ?? ''),
          totalCents: hold.totalCents,
          currency: hold.currency,
        },
      };
    },
  };
}

function problem(status: number, code: string) {
  return { type: 'about:blank', title: code, status, code };
}

function workOf(site: PublicSite, serviceId: string, assetClassId: string, addOnIds: string[]) {
  const service = site.services.find((entry) => entry.id === serviceId);
  const price = service?.prices.find((entry) => entry.assetClassId === assetClassId);
  const addOns = site.addOns.filter((entry) => addOnIds.includes(entry.id));
  const lines = [
    {
      kind: 'service' as const,
      name: service?.name ?? '',
      durationMinutes: price?.durationMinutes ?? 60,
      priceCents: price?.priceCents ?? null,
    },
    ...addOns.map((entry) => ({
      kind: 'add_on' as const,
      name: entry.name,
      durationMinutes: entry.durationMinutes,
      priceCents: entry.priceCents,
    })),
  ];
  const cents = lines.map((line) => line.priceCents);
  return {
    lines,
    durationMinutes: lines.reduce((sum, line) => sum + line.durationMinutes, 0),
    totalCents: cents.includes(null) ? null : cents.reduce<number>((sum, value) => sum + (value ?? 0), 0),
  };
}

function week(from: string | null, durationMinutes: number, taken: ReadonlySet<string>): SlotDay[] {
  const first = from ? new Date(`${from}T00:00:00Z`) : new Date(Date.now() + 86_400_000);
  return Array.from({ length: 7 }, (_, index): SlotDay => {
    const day = new Date(first.getTime() + index * 86_400_000).toISOString().slice(0, 10);
    if (index === 2) return { day, slots: [], reason: 'holiday', note: 'Thanksgiving' };
    if (index === 4) return { day, slots: [], reason: 'full', note: null };
    if (index === 5) return { day, slots: [], reason: 'closed', note: null };
    const slots = ['14:00', '14:30', '16:00', '17:30'].flatMap((time): Slot[] => {
      const startsAt = `${day}T${time}:00.000Z`;
      const endsAt = new Date(Date.parse(startsAt) + durationMinutes * 60_000).toISOString();
      return taken.has(startsAt)
        ? []
        : [{ startsAt, endsAt, resourceId: fixtureId(41), resourceName: 'Marcus' }];
    });
    return { day, slots, reason: null, note: null };
  });
}
