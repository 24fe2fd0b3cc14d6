import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { readWhere } from '../env.ts';

type StoredSession = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Signing in once for each person is enough; their cookie then opens every further window. */
const sessions = new Map<string, StoredSession>();

export type Person = { email: string; password: string };

export function owner(slug: string): Person {
  const found = readWhere().logins.find(
    (login) => login.tenantSlug === slug && login.role.startsWith('owner'),
  );
  if (!found) throw new Error(`There is no owner's login for ${slug}.`);
  return found;
}

export function dashboardUrl(path: string): string {
  return new URL(path, readWhere().urls.dashboard).href;
}

export async function signIn(page: Page, { email, password }: Person): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** A window of somebody who is signed in. Its zone is not the business's, on purpose. */
export async function openAs(
  browser: Browser,
  person: Person,
  options: { colorScheme?: 'light' | 'dark'; viewport?: { width: number; height: number } } = {},
): Promise<Page> {
  const settings = { timezoneId: 'Asia/Tokyo', reducedMotion: 'reduce' as const, ...options };
  const stored = sessions.get(person.email);
  const context = await browser.newContext({ ...settings, ...(stored ? { storageState: stored } : {}) });
  const page = await context.newPage();
  if (!stored) {
    await page.goto(dashboardUrl('/sign-in'));
    await signIn(page, person);
    await expect(page).not.toHaveURL(/sign-in/);
    sessions.set(person.email, await context.storageState());
  }
  return page;
}

/** A person may have so many live windows and no more: each test closes its own. */
export async function closeWindows(browser: Browser): Promise<void> {
  for (const context of browser.contexts()) await context.close();
}

/** Asks core-api with the page's own session: Node does not resolve *.localhost, the browser does. */
export async function ask<Answer>(
  page: Page,
  path: string,
  body?: unknown,
): Promise<{ status: number; answer: Answer }> {
  return page.evaluate(
    async ([url, sent]) => {
      const response = await fetch(
        url,
        sent === null ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: sent },
      );
      return { status: response.status, answer: await response.json().catch(() => null) };
    },
    [path, body === undefined ? null : JSON.stringify(body)] as const,
  );
}

export async function tenantIdOf(page: Page, slug: string): Promise<string> {
  const { answer } = await ask<{ tenants: { id: string; slug: string }[] }>(page, '/api/v1/me');
  const found = answer.tenants.find((tenant) => tenant.slug === slug);
  if (!found) throw new Error(`${slug} is not among this person's businesses.`);
  return found.id;
}
