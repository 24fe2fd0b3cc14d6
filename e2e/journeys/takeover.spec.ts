import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { closeWindows, dashboardUrl, openAs, owner } from './dashboard.ts';
import { Phone } from './phone.ts';

/** Longer than the AI takes: it waits two seconds for a second text, then answers at once. */
const SILENCE_MS = 6000;

test.afterEach(({ browser }) => closeWindows(browser));

test('a takeover silences the AI until it is handed back', async ({ browser }) => {
  const phone = new Phone('clean-machine');
  await phone.say('Hi there');
  const page = await openAs(browser, owner('clean-machine'));
  await page.goto(dashboardUrl('/clean-machine/inbox'));
  await page.getByRole('link', { name: phone.written }).click();
  await expect(page.getByText('The AI answers here.')).toBeVisible();

  await page.getByRole('button', { name: 'Take over' }).click();
  await expect(page.getByText(/You own this until \d+:\d\d [AP]M/)).toBeVisible();
  const question = await phone.text('What time do you open tomorrow?');
  await expect(page.getByRole('log')).toContainText('What time do you open tomorrow?');
  await sleep(SILENCE_MS);
  expect(await phone.repliesAfter(question)).toEqual([]);

  await page.getByLabel(/^Text to/).fill('Dana here: we open at eight.');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('log')).toContainText(/Dana here: we open at eight\..*delivered/s);
  expect(await phone.repliesAfter(question)).toEqual(['Dana here: we open at eight.']);
  await expect(page.getByLabel(/^Text to/)).toHaveValue('');

  await page.getByRole('button', { name: 'Hand back' }).click();
  await expect(page.getByText('The AI answers here.')).toBeVisible();
  expect(await phone.say('Are you open on Saturday?')).toMatch(/Sat/i);
});

test('a reply takes the thread for 30 minutes, and a text that could not be sent stays in the box', async ({
  browser,
}) => {
  const phone = new Phone('clean-machine');
  await phone.say('Hello');
  const page = await openAs(browser, owner('clean-machine'));
  await page.goto(dashboardUrl('/clean-machine/inbox'));
  await page.getByRole('link', { name: phone.written }).click();
  const box = page.getByLabel(/^Text to/);
  await box.fill('On our way');
  await page.route('**/messages', (route) => route.abort());
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Your text is still here.' })).toBeVisible();
  await expect(box).toHaveValue('On our way');
  await page.unroute('**/messages');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText(/You own this until/)).toBeVisible();
  await expect(box).toHaveValue('');
});
