import type { Page } from '@playwright/test';
import type { Catalog } from '@servicepro/contracts/rest/catalog';
import type { SlotAnswer } from '@servicepro/contracts/rest/scheduling';
import { ask } from './dashboard.ts';

export type FreeSlot = {
  serviceId: string;
  assetClassId: string;
  day: string;
  startsAt: string;
  resourceId: string;
  resourceName: string;
};

/** A free time for a washed sedan on a day with room for more, so many days from today at the earliest. */
export async function findFreeSlot(page: Page, tenantId: string, daysAhead: number): Promise<FreeSlot> {
  const catalog = (await ask<Catalog>(page, `/api/v1/tenants/${tenantId}/catalog`)).answer;
  const service = catalog.services.find((one) => one.name === 'Maintenance wash');
  const assetClass = catalog.assetClasses.find((one) => one.name === 'Sedan');
  if (!service || !assetClass) throw new Error('Clean Machine washes no sedans.');
  const query = new URLSearchParams({ serviceId: service.id, assetClassId: assetClass.id, days: '21' });
  const { answer } = await ask<SlotAnswer>(page, `/api/v1/tenants/${tenantId}/slots?${query}`);
  const day = answer.days.slice(daysAhead).find((one) => one.slots.length >= 8);
  const slot = day?.slots[2];
  if (!day || !slot) throw new Error('Nothing is free for three weeks.');
  return { serviceId: service.id, assetClassId: assetClass.id, day: day.day, ...slot };
}
