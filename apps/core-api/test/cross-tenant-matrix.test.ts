import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type CoreApiFixture, createCoreApiFixture, type Person } from './core-api.fixture.ts';
import { outsideTenants, type RoutePlan, routePlans } from './route-plans.data.ts';
import { checksumOf, createEntities, type TenantEntities } from './tenant-entities.fixture.ts';

type IdName = Exclude<keyof TenantEntities, 'canary' | 'phone'>;

interface Actor {
  name: string;
  person: Person | undefined;
  ids: TenantEntities;
  host: string;
}

describe('another tenant’s ids', () => {
  let api: CoreApiFixture;
  let theirs: TenantEntities;
  let actors: Actor[];
  let before: Record<string, string>;
  let requests = 0;
  const leaks: string[] = [];
  const differences: string[] = [];
  const unexpected: string[] = [];

  beforeAll(async () => {
    api = await createCoreApiFixture();
    const [mine, suspended, other] = [
      await api.createTenant(),
      await api.createTenant({ status: 'suspended' }),
      await api.createTenant(),
    ];
    const [myIds, suspendedIds] = [
      await createEntities(api.database, mine),
      await createEntities(api.database, suspended),
    ];
    theirs = await createEntities(api.database, other);
    const hostOf = (slug: string) => `${slug}.localhost`;
    actors = [
      { name: 'owner', person: await api.createPerson(mine), ids: myIds, host: hostOf(mine.slug) },
      {
        name: 'technician',
        person: await api.createPerson(mine, 'technician'),
        ids: myIds,
        host: hostOf(mine.slug),
      },
      { name: 'viewer', person: await api.createPerson(mine, 'viewer'), ids: myIds, host: hostOf(mine.slug) },
      {
        name: 'owner of a suspended business',
        person: await api.createPerson(suspended),
        ids: suspendedIds,
        host: hostOf(suspended.slug),
      },
      {
        name: 'member of nothing',
        person: await api.createPerson(null),
        ids: myIds,
        host: hostOf(mine.slug),
      },
      { name: 'nobody', person: undefined, ids: myIds, host: hostOf(mine.slug) },
    ];
    before = await checksumOf(api.database, theirs.tenantId);
  }, 120_000);
  afterAll(() => api.close());

  it('are tried on every route there is: one that is not in the matrix fails here', () => {
    const routes = api.app.routeList
      .map((route) => `${route.method} ${route.url}`)
      .filter((route) => !/^(HEAD|OPTIONS) /.test(route) && !outsideTenants.has(route));
    expect(routes.filter((route) => !(route in routePlans))).toEqual([]);
    expect(Object.keys(routePlans).filter((route) => !routes.includes(route))).toEqual([]);
  });

  it('are answered byte for byte like ids that are nobody’s, for every route, place and actor', async () => {
    for (const [route, plan] of Object.entries(routePlans)) {
      for (const actor of actors) await tryRoute(route, plan, actor);
    }
    expect(requests).toBeGreaterThan(500);
    expect(unexpected).toEqual([]);
    expect(differences).toEqual([]);
  }, 120_000);

  it('show nothing of the other tenant in any answer, also where the request itself is right', async () => {
    for (const [route, plan] of Object.entries(routePlans)) {
      if (plan.isStream || !route.startsWith('GET')) continue;
      for (const actor of actors)
        note(await send(route, plan.request(actor.ids), actor), `${route} as ${actor.name}`);
    }
    expect(leaks).toEqual([]);
  });

  it('change nothing of the other tenant', async () => {
    expect(await checksumOf(api.database, theirs.tenantId)).toEqual(before);
  });

  async function tryRoute(route: string, plan: RoutePlan, actor: Actor): Promise<void> {
    for (const idName of idsIn(plan, actor.ids)) {
      const unknown = randomUUID();
      const foreign = await send(route, plan.request({ ...actor.ids, [idName]: theirs[idName] }), actor);
      const nobodys = await send(route, plan.request({ ...actor.ids, [idName]: unknown }), actor);
      const what = `${route} ${idName} as ${actor.name}`;
      note(foreign, what);
      const refusals = plan.isReleaseOfNothing ? [204, 404] : [400, 401, 403, 404];
      if (!refusals.includes(foreign.status)) unexpected.push(`${what}: ${foreign.status}`);
      if (normal(foreign, theirs[idName]) !== normal(nobodys, unknown))
        differences.push(`${what}: ${foreign.status} ${foreign.body} / ${nobodys.status} ${nobodys.body}`);
    }
  }

  async function send(
    route: string,
    request: ReturnType<RoutePlan['request']>,
    actor: Actor,
  ): Promise<Answer> {
    requests += 1;
    const [method = 'GET', pattern = ''] = route.split(' ');
    const path = pattern.replaceAll(/:(\w+)/g, (_, name: string) => request.path?.[name] ?? '');
    const query = request.query ? `?${new URLSearchParams(request.query)}` : '';
    return api.request(method, path + query, {
      ...(actor.person ? { as: actor.person } : {}),
      ...(request.body === undefined ? {} : { body: request.body }),
      // A visitor each time: the limits on holds are per address.
      headers: {
        'x-forwarded-host': actor.host,
        'x-forwarded-for': `10.1.${requests >> 8}.${requests & 255}`,
      },
    });
  }

  function note(answer: Answer, what: string): void {
    if (answer.body.includes(theirs.canary)) leaks.push(what);
  }
});

/** Which ids a plan uses, found by watching what it reads. */
function idsIn(plan: RoutePlan, ids: TenantEntities): IdName[] {
  const used = new Set<IdName>();
  plan.request(
    new Proxy(ids, {
      get(target, name) {
        if (name in target && name !== 'canary' && name !== 'phone') used.add(name as IdName);
        return Reflect.get(target, name);
      },
    }),
  );
  return [...used];
}

/** The answer without what differs by nature: the request's own id, and the id that was asked for. */
function normal(answer: Answer, id: string): string {
  return `${answer.status} ${answer.headers['content-type']} ${answer.body.replaceAll(/"requestId":"[^"]*"/g, '').replaceAll(id, 'ID')}`;
}
