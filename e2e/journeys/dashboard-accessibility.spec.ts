import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { closeWindows, dashboardUrl, openAs, owner } from './dashboard.ts';

type Screen = { name: string; path: string; ready: (page: Page) => Promise<void> };

const screens: Screen[] = [
  { name: 'sign-in', path: '/sign-in', ready: (page) => expect(page.getByLabel('E-mail')).toBeVisible() },
  {
    name: 'Home',
    path: '/clean-machine',
    ready: (page) => expect(page.getByRole('heading', { name: 'Waits for you' })).toBeVisible(),
  },
  {
    name: 'a thread with its facts open',
    path: '/clean-machine/inbox',
    ready: async (page) => {
      await page.getByRole('link', { name: /Hannah Okafor/ }).click();
      await page.getByRole('button', { name: /3 facts/ }).click();
    },
  },
  {
    name: 'the calendar',
    path: '/clean-machine/calendar',
    ready: (page) =>
      expect(page.getByText('Olivia Martin').or(page.getByText('Marcus')).first()).toBeVisible(),
  },
  {
    name: 'the new job dialog',
    path: '/clean-machine/calendar',
    ready: async (page) => {
      await page.getByRole('button', { name: 'New job' }).click();
      await expect(page.getByLabel('Customer’s phone')).toBeVisible();
      await expect(page.getByText(/takes \d+ min/)).toBeVisible();
    },
  },
];

test.afterEach(({ browser }) => closeWindows(browser));

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [size, viewport] of [
    ['desk', { width: 1440, height: 900 }],
    ['phone', { width: 390, height: 844 }],
  ] as const) {
    test(`every page passes axe in ${colorScheme} on a ${size}`, async ({ browser }) => {
      test.slow();
      const page = await openAs(browser, owner('clean-machine'), { colorScheme, viewport });
      for (const { name, path, ready } of screens) {
        await page.goto(dashboardUrl(path));
        await ready(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
        );
        expect(found, `${name}, ${colorScheme}, ${size}`).toEqual([]);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(sideways, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
      }
    });
  }
}
