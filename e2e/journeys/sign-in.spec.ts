import { expect, test } from '@playwright/test';
import { closeWindows, dashboardUrl, openAs, owner, signIn } from './dashboard.ts';

test.afterEach(({ browser }) => closeWindows(browser));

test('who is signed out comes back to the page they wanted', async ({ page }) => {
  await page.goto(dashboardUrl('/clean-machine/inbox?view=needs-you'));
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await signIn(page, { ...owner('clean-machine'), password: 'not this one' });
  await expect(page.getByRole('alert').first()).toContainText('don’t belong together');
  await expect(page.getByLabel('E-mail')).toHaveValue(owner('clean-machine').email);
  await signIn(page, owner('clean-machine'));
  await expect(page).toHaveURL(/\/clean-machine\/inbox\?view=needs-you$/);
  await expect(page.getByRole('link', { name: /^Needs you/ })).toHaveAttribute('aria-current', 'page');
});

test('signing out ends the session', async ({ browser }) => {
  const page = await openAs(browser, owner('west-campus-movers'));
  await page.goto(dashboardUrl('/west-campus-movers'));
  await page.getByRole('button', { name: /Your menu/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto(dashboardUrl('/west-campus-movers'));
  await expect(page).toHaveURL(/\/sign-in/);
});
