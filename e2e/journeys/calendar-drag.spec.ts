import { expect, type Page, test } from '@playwright/test';
import type { Booking } from '@servicepro/contracts/rest/scheduling';
import { ask, closeWindows, dashboardUrl, openAs, owner, tenantIdOf } from './dashboard.ts';
import { type FreeSlot, findFreeSlot } from './free-slot.ts';
import { freshName, freshNumber } from './phone.ts';

async function openWithJob(page: Page, daysAhead: number) {
  await page.goto(dashboardUrl('/clean-machine'));
  const tenantId = await tenantIdOf(page, 'clean-machine');
  const slot = await findFreeSlot(page, tenantId, daysAhead);
  const customerName = freshName('Drag');
  const { status, answer } = await book(page, tenantId, slot, customerName);
  expect(status).toBe(201);
  await page.goto(dashboardUrl(`/clean-machine/calendar?date=${slot.day}`));
  const job = page.locator('[data-booking]', { hasText: customerName });
  await expect(job).toBeVisible();
  const read = async () =>
    (await ask<Booking>(page, `/api/v1/tenants/${tenantId}/bookings/${answer.id}`)).answer;
  return { job, slot, tenantId, booking: answer, read, customerName };
}

async function book(
  page: Page,
  tenantId: string,
  slot: FreeSlot,
  customerName: string,
  startsAt = slot.startsAt,
) {
  const { serviceId, assetClassId, resourceId } = slot;
  const body = { serviceId, assetClassId, resourceId, startsAt, customerName, customerPhone: freshNumber() };
  return ask<Booking>(page, `/api/v1/tenants/${tenantId}/bookings`, body);
}

/** Drags by so many pixels to the right, in steps, as a hand does. */
async function dragBy(page: Page, from: { x: number; y: number }, pixels: number) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (const part of [0.3, 0.6, 1]) await page.mouse.move(from.x + pixels * part, from.y, { steps: 4 });
}

test.afterEach(({ browser }) => closeWindows(browser));

test('a job that is dragged stays where it was put, and one click puts it back', async ({ browser }) => {
  const page = await openAs(browser, owner('clean-machine'), { viewport: { width: 1440, height: 900 } });
  const { job, booking, read } = await openWithJob(page, 3);
  const box = await job.boundingBox();
  const hour = await page
    .locator('[data-track]')
    .first()
    .evaluate((track) => track.getBoundingClientRect().width / 10);
  await dragBy(page, { x: (box?.x ?? 0) + 12, y: (box?.y ?? 0) + 20 }, hour);
  await page.mouse.up();
  await expect(page.getByText(/ is at .* now\./)).toBeVisible();
  await expect
    .poll(async () => Date.parse((await read()).startsAt) - Date.parse(booking.startsAt))
    .toBe(3_600_000);

  await page.getByRole('button', { name: 'Undo the move' }).click();
  await expect(page.getByText(/ is back at /)).toBeVisible();
  await expect.poll(async () => (await read()).startsAt).toBe(booking.startsAt);
});

test('a job dragged onto another says so, and goes back to its place', async ({ browser }) => {
  const page = await openAs(browser, owner('clean-machine'), { viewport: { width: 1440, height: 900 } });
  const { job, booking, read, slot, tenantId } = await openWithJob(page, 5);
  const later = new Date(Date.parse(slot.startsAt) + 2 * 3_600_000).toISOString();
  const other = await book(page, tenantId, slot, 'In The Way', later);
  expect(other.status).toBe(201);
  await expect(page.locator('[data-booking]', { hasText: 'In The Way' })).toBeVisible();
  const box = await job.boundingBox();
  const hour = await page
    .locator('[data-track]')
    .first()
    .evaluate((track) => track.getBoundingClientRect().width / 10);
  await dragBy(page, { x: (box?.x ?? 0) + 12, y: (box?.y ?? 0) + 20 }, hour * 1.5);
  await expect(page.getByText(/Overlaps In The Way by 30 min/).first()).toBeVisible();
  await expect(page.getByText(/First fit:/)).toBeVisible();
  await page.mouse.up();
  await expect(page.getByText(/Overlaps In The Way by 30 min\. .* stays at/)).toBeVisible();
  expect((await read()).startsAt).toBe(booking.startsAt);
});

test('arrow keys move a job, Escape puts it back, and a change made meanwhile is refused in words', async ({
  browser,
}) => {
  const page = await openAs(browser, owner('clean-machine'), { viewport: { width: 1440, height: 900 } });
  const { job, booking, read, tenantId } = await openWithJob(page, 7);
  await job.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText(/Free\. Enter puts it there/)).toBeAttached();
  await page.keyboard.press('Escape');
  expect((await read()).startsAt).toBe(booking.startsAt);

  await page.route('**/api/v1/tenants/*/calendar*', (route) => route.abort());
  const confirmed = await ask<Booking>(page, `/api/v1/tenants/${tenantId}/bookings/${booking.id}/status`, {
    status: 'confirmed',
    version: booking.version,
  });
  expect(confirmed.status).toBe(200);
  await job.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Somebody else changed this meanwhile.* stays at/)).toBeVisible();
  expect((await read()).startsAt).toBe(booking.startsAt);
});
