import type { PublicSite } from '@servicepro/contracts/rest/public';
import { cleanMachine } from '@servicepro/site-sections/fixtures/sites.data.ts';
import { describe, expect, test } from 'vitest';
import { createHostDirectory } from './host-directory.ts';

const suspended: PublicSite = { ...cleanMachine, tenant: { ...cleanMachine.tenant, status: 'suspended' } };
const options = { keepSeconds: 30, mostHosts: 100 };

describe('the directory of hosts', () => {
  test('asks once for many requests of one host', async () => {
    let asked = 0;
    const directory = createHostDirectory(async () => {
      asked += 1;
      return cleanMachine;
    }, options);
    const entries = await Promise.all(Array.from({ length: 50 }, () => directory.find('a.example')));
    expect(entries.every((entry) => entry.kind === 'active')).toBe(true);
    expect(asked).toBe(1);
  });

  test('tells active, suspended and unknown apart', async () => {
    const sites: Record<string, PublicSite> = { 'a.example': cleanMachine, 'b.example': suspended };
    const directory = createHostDirectory(async (host) => sites[host] ?? null, options);
    expect(await directory.find('a.example')).toEqual({ kind: 'active', tenantId: cleanMachine.tenant.id });
    expect(await directory.find('b.example')).toEqual({ kind: 'suspended' });
    expect(await directory.find('c.example')).toEqual({ kind: 'unknown' });
  });

  test('while core-api is down, the last answer counts on, and a new host is a fault', async () => {
    let isDown = false;
    const directory = createHostDirectory(
      async () => {
        if (isDown) throw new Error('connect ECONNREFUSED');
        return cleanMachine;
      },
      { ...options, keepSeconds: 0.02 },
    );
    await directory.find('a.example');
    isDown = true;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await directory.find('a.example')).toMatchObject({ kind: 'active' });
    await expect(directory.find('new.example')).rejects.toThrow('core-api did not say');
  });

  test('a suspension is seen when the time is over', async () => {
    let site = cleanMachine;
    const directory = createHostDirectory(async () => site, { ...options, keepSeconds: 0.02 });
    await directory.find('a.example');
    site = suspended;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await directory.find('a.example')).toEqual({ kind: 'suspended' });
  });

  test('made-up names push nothing but each other out of bounds', async () => {
    const directory = createHostDirectory(async () => null, { ...options, mostHosts: 10 });
    for (let index = 0; index < 1_000; index += 1) await directory.find(`x${index}.example`);
    expect(await directory.find('x999.example')).toEqual({ kind: 'unknown' });
  });
});
