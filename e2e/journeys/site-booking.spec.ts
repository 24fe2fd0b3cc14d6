import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import pg from 'pg';
import { readWhere } from '../env.ts';

const tenantSlug = 'clean-machine';

/** The week after next: journeys that text take the first openings, this one stays out of their way. */
const daysAhead = 9;

let site: string;
test.beforeAll(() => {
  site = readWhere().sites.find((entry) => entry.slug === tenantSlug)?.url ?? '';
});

test('a visitor books on the website with the keyboard alone', async ({ page }) => {
  await page.goto(site);
  await page.getByRole('button', { name: /Hold this time|See open times/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('timer')).toBeVisible();

  const address = `${Date.now() % 10_000} Willow St, Austin 78702`;
  await fillByKeyboard(page, 'Where is it', address);
  await fillByKeyboard(page, 'Name', 'Kim Visitor');
  await fillByKeyboard(page, 'Mobile', '(512) 555-0177');
  await expect(page.getByRole('checkbox', { name: /offers/ })).not.toBeChecked();
  await page.keyboard.press('Enter');

  const booked = page.getByRole('heading', { name: 'Booked' });
  await expect(booked).toBeFocused();
  const number = (await page.getByText(/^Booking \S+$/).textContent())?.split(' ')[1];
  expect(await bookingRow(number ?? '')).toMatchObject({ status: 'booked', source: 'web', address });
});

test('the price is on the screen throughout, and the button names time and money', async ({ page }) => {
  await openForm(page);
  const summary = page.getByRole('complementary');
  await expect(summary.getByText(/^\$\d+$/).last()).toBeVisible();
  await takeSlot(page);
  await expect(page.getByRole('timer')).toBeVisible();
  await expect(
    page.getByRole('button', { name: /^Book \w{3}, \w{3} \d+, \d+:\d\d [ap]m, \$\d+$/ }),
  ).toBeVisible();
  await expect(page.getByText('Apple Pay')).toHaveCount(0);
});

test('a time that is taken meanwhile shows what is free, and keeps what was typed', async ({ page }) => {
  await openForm(page);
  await page.getByLabel('Where is it').fill('1804 Willow St, Austin 78702');
  expect(await fillFirstTime(page)).toBe(409);
  await page.locator('.slot').first().click();
  const notice = page.getByText(/was just taken/).and(page.locator('.notice *, .notice'));
  await expect(notice.first()).toBeVisible();
  await expect(page.getByRole('heading', { name: /Time$/ })).toBeFocused();
  await expect(page.getByLabel('Where is it')).toHaveValue('1804 Willow St, Austin 78702');
  await page.locator('.slot').first().click();
  await expect(page.getByRole('timer')).toBeVisible();
});

test('when the hold runs out, everything typed stays and a new time is asked for', async ({ page }) => {
  await page.clock.install();
  await openForm(page);
  await page.getByLabel('Name').fill('Dana Ruiz');
  await takeSlot(page);
  await expect(page.getByRole('timer')).toHaveText(/^(10:00|9:5\d)$/);
  await page.clock.fastForward(300_000);
  await expect(page.getByRole('timer')).toHaveText(/^[45]:\d\d$/);
  await page.getByRole('button', { name: 'More time' }).first().click();
  await expect(page.getByRole('timer')).toHaveText(/^(10:00|9:5\d)$/);
  await page.clock.fastForward(601_000);
  await expect(page.getByText('The time is no longer held.').first()).toBeVisible();
  await expect(page.getByLabel('Name')).toHaveValue('Dana Ruiz');
  await expect(page.getByRole('button', { name: 'Book', exact: true }).first()).toBeVisible();
});

test('pressed too early, the button says what is missing, beside the fields', async ({ page }) => {
  await page.goto(`${site}/book`);
  await page.getByRole('button', { name: 'Book', exact: true }).click();
  await expect(page.getByText('Choose a service.', { exact: true })).toBeVisible();
  await expect(page.getByText('Tell us your name.')).toBeVisible();
  await expect(page.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('radio').first()).toBeFocused();
});

test('without JavaScript the site shows prices and leads to words about booking', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site);
  await expect(page.getByRole('table')).toContainText('$');
  await page.getByRole('button', { name: /Hold this time|See open times/ }).click();
  await expect(page).toHaveURL(/\/book\?service=/);
  await expect(page.locator('noscript p')).toBeVisible();
  await expect(page.locator('#booking')).toBeHidden();
  await context.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no page of the site has an axe violation, ${colorScheme}`, async ({ browser }) => {
    for (const viewport of [
      { width: 1280, height: 900 },
      { width: 390, height: 844 },
    ]) {
      const context = await browser.newContext({ colorScheme, viewport, reducedMotion: 'reduce' });
      const page = await context.newPage();
      await page.goto(site);
      await expectNoViolations(page);
      expect(await overflow(page)).toBe(0);
      await openForm(page);
      await takeSlot(page);
      await page.locator('button.send:visible').click();
      await expect(page.getByText('Tell us your name.')).toBeVisible();
      await expectNoViolations(page);
      expect(await overflow(page)).toBe(0);
      await page.goto(site.replace(tenantSlug, 'nobody-has-this'));
      await expectNoViolations(page);
      await context.close();
    }
  });
}

test('a page asks nobody else for anything, and its policy stops nothing of its own', async ({ browser }) => {
  const { requests, problems } = await watchedVisit(browser);
  expect(problems).toEqual([]);
  expect(
    requests.filter((url) => new URL(url).host !== new URL(site).host && !url.startsWith('data:')),
  ).toEqual([]);
});

async function fillByKeyboard(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label);
  for (let presses = 0; presses < 200; presses += 1) {
    if (await field.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(field).toBeFocused();
  await page.keyboard.type(text);
}

/** A form with service, size and a later week chosen. */
async function openForm(page: Page): Promise<void> {
  const later = new Date(Date.now() + daysAhead * 86_400_000).toISOString().slice(0, 10);
  await page.goto(`${site}/book`);
  await page.getByRole('radio').first().check({ force: true });
  await page.locator('.card').nth(1).click();
  await expect(page.locator('.slot').first()).toBeVisible();
  const answered = page.waitForResponse((response) => response.url().includes(`from=${later}`));
  await page.getByLabel('Jump to a date').fill(later);
  await answered;
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

async function takeSlot(page: Page): Promise<void> {
  const held = page.waitForResponse(
    (response) => response.url().endsWith('/holds') && response.status() === 201,
  );
  await page.locator('.slot').first().click();
  await held;
}

/** Other visitors hold the first time that the page shows, until nobody is free for it. */
async function fillFirstTime(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const read = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/slots?'));
    const query = new URL(read.at(-1)?.name ?? '');
    const { days } = await (await fetch(query)).json();
    const startsAt = days.flatMap((day: { slots: { startsAt: string }[] }) => day.slots)[0].startsAt;
    const work = Object.fromEntries(query.searchParams);
    for (let others = 0; others < 20; others += 1) {
      const { status } = await fetch('/api/v1/public/holds', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          serviceId: work.serviceId,
          assetClassId: work.assetClassId,
          startsAt,
          idempotencyKey: `other-visitor-${Math.random()}`,
        }),
      });
      if (status !== 201) return status;
    }
    return 201;
  });
}

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(
      (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target).join(', ')}`,
    ),
  ).toEqual([]);
}

/** How many pixels the page is wider than the window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}

async function watchedVisit(browser: Browser): Promise<{ requests: string[]; problems: string[] }> {
  const page = await browser.newPage();
  const requests: string[] = [];
  const problems: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(site, { waitUntil: 'networkidle' });
  await page.goto(`${site}/book`, { waitUntil: 'networkidle' });
  await page.close();
  return { requests, problems };
}

async function bookingRow(number: string): Promise<unknown> {
  const client = new pg.Client(readWhere().databaseUrl);
  await client.connect();
  try {
    const { rows } = await client.query(
      `select b.status, b.source, b.address from bookings b join tenants t on t.id = b.tenant_id
       where t.slug = $1 and b.number = $2::bigint`,
      [tenantSlug, number.replace(/\D/g, '')],
    );
    return rows[0];
  } finally {
    await client.end();
  }
}
