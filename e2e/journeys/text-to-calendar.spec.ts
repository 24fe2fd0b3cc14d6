import { expect, test } from '@playwright/test';
import { closeWindows, dashboardUrl, openAs, owner, tenantIdOf } from './dashboard.ts';
import { findFreeSlot } from './free-slot.ts';
import { freshName, Phone } from './phone.ts';

test.afterEach(({ browser }) => closeWindows(browser));

test('a text becomes a booking that appears on the open calendar without a reload, and can be undone', async ({
  browser,
}) => {
  const page = await openAs(browser, owner('clean-machine'));
  await page.goto(dashboardUrl('/clean-machine'));
  const { day, startsAt } = await findFreeSlot(page, await tenantIdOf(page, 'clean-machine'), 1);
  await page.goto(dashboardUrl(`/clean-machine/calendar?date=${day}`));
  await expect(page.getByText('Marcus Lee').first()).toBeVisible();
  await page.evaluate(() => document.body.setAttribute('data-not-reloaded', ''));

  const phone = new Phone('clean-machine');
  const name = freshName('Pat');
  const offer = await phone.say(`Book a maintenance wash for my sedan on ${spoken(startsAt)}`);
  expect(offer).toContain('Shall I book it?');
  await phone.say('1804 Willow St, Austin 78702');
  await phone.say(name);

  const job = page.locator('[data-booking]', { hasText: name });
  await expect(job).toBeVisible();
  await expect(job).toContainText('Maintenance wash');
  await expect(page.locator('body[data-not-reloaded]')).toHaveCount(1);

  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await page.getByRole('link', { name: new RegExp(name) }).click();
  await expect(page.getByRole('log')).toContainText('Booked:');
  const log = page.getByRole('log');
  await log.getByRole('button', { name: /1 change: Booked J-\d+/ }).click();
  await log.getByRole('button', { name: /^Undo: Booked J-\d+/ }).click();
  await expect(log.getByText(/^undone at /)).toBeVisible();
  await page.goto(dashboardUrl(`/clean-machine/calendar?date=${day}`));
  await expect(page.getByText('Marcus Lee').first()).toBeVisible();
  await expect(job).toHaveCount(0);
});

/** March 13 at 3:30 pm, in Austin. */
function spoken(instant: string): string {
  const parts = {
    timeZone: 'America/Chicago',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  } as const;
  return new Intl.DateTimeFormat('en-US', parts).format(new Date(instant));
}
