import { expect, test } from '@playwright/test';
import { ask, closeWindows, dashboardUrl, openAs, owner, tenantIdOf } from './dashboard.ts';
import { Phone } from './phone.ts';

test.afterEach(({ browser }) => closeWindows(browser));

test('the owner of one business sees nothing of another', async ({ browser }) => {
  const dana = await openAs(browser, owner('clean-machine'));
  await dana.goto(dashboardUrl('/clean-machine'));
  const foreignId = await tenantIdOf(dana, 'clean-machine');
  const phone = new Phone('clean-machine');
  const hollis = await openAs(browser, owner('hollis-lawn'));
  await hollis.goto(dashboardUrl('/hollis-lawn/inbox'));
  await expect(hollis.getByRole('heading', { name: 'Inbox' }).first()).toBeAttached();

  await phone.say('Hi, this is for Clean Machine only');
  await expect(hollis.getByText(phone.written)).toHaveCount(0);
  await expect(hollis.getByText('Clean Machine')).toHaveCount(0);

  await hollis.goto(dashboardUrl('/clean-machine'));
  await expect(hollis.getByRole('heading', { name: 'No such business here' })).toBeVisible();
  const unknownId = '00000000-0000-7000-8000-000000000000';
  for (const path of ['home', 'calendar', 'conversations', 'catalog', 'live']) {
    const foreign = await ask<{ code: string }>(hollis, `/api/v1/tenants/${foreignId}/${path}`);
    const unknown = await ask<{ code: string }>(hollis, `/api/v1/tenants/${unknownId}/${path}`);
    expect([foreign.status, foreign.answer.code]).toEqual([404, unknown.answer.code]);
  }
});
