import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { containedLibraries, environmentInOnePlace, noOutsidePlaces } from '../src/contained.ts';
import { fileKinds, kindImports } from '../src/file-kinds.ts';
import { packageArrows } from '../src/package-arrows.ts';
import { fileSize, meaningfulNames } from '../src/size-and-names.ts';
import { sliceTiers } from '../src/slice-tiers.ts';
import { type Rule, readTree, type SourceFile } from '../src/source-tree.ts';

interface Guarded {
  title: string;
  rule: Rule;
  /** Files that break the rule, each by itself: without them nobody knows that it can fail. */
  planted: Record<string, string>;
  /** Files that look like it and keep it. */
  allowed?: Record<string, string>;
}

const slices = 'packages/domain/src';
const lines = (count: number) => 'export const x = 1;\n'.repeat(count);

const guarded: Guarded[] = [
  {
    title: 'arrows between packages point down only',
    rule: packageArrows,
    planted: {
      'packages/contracts/src/a.ts': "import { withTenant } from '@servicepro/db';",
      'packages/db/src/a.ts': "import type { Logger } from '@servicepro/service-kit/logger';",
      'packages/providers/src/a.ts': "export { enqueue } from '@servicepro/db/outbox';",
      'packages/service-kit/src/a.ts': "const late = await import('@servicepro/domain/scheduling');",
      'apps/web-admin/src/a.tsx': "import { book } from '@servicepro/domain/scheduling';",
      'apps/core-api/src/a.ts': "import { x } from '../../telephony-gateway/src/x.ts';",
      'tools/launcher/src/a.ts': "import { buildApp } from '@servicepro/core-api';",
      'packages/domain/src/catalog/b-c.ts': "import { createTestDatabase } from '@servicepro/db/testing';",
      'packages/domain/src/catalog/b-d.ts':
        "import {\n  createPool,\n} from '../../../db/src/connection.ts';",
    },
    allowed: {
      'packages/service-kit/src/b.ts': "import { withTenant } from '@servicepro/db';",
      'e2e/chaos/a.ts': "import { startWorker } from '@servicepro/ai-worker/start';",
      'packages/domain/src/catalog/a.test.ts': "import { createTestDatabase } from '@servicepro/db/testing';",
    },
  },
  {
    title: 'a slice imports another only through its door, and only downwards',
    rule: sliceTiers,
    planted: {
      [`${slices}/catalog/up-wards.ts`]: "import { findSlots } from '../scheduling/index.ts';",
      [`${slices}/scheduling/side-ways.ts`]: "import { sendMessage } from '../conversations/index.ts';",
      [`${slices}/receptionist/brain/past-door.ts`]: "import { book } from '../../scheduling/book-slot.ts';",
      [`${slices}/gardening/dig-hole.ts`]: 'export const x = 1;',
    },
    allowed: {
      [`${slices}/receptionist/brain/take-turn.ts`]: "import { findSlots } from '../../scheduling/index.ts';",
    },
  },
  {
    title: "a slice's files are of a known kind",
    rule: fileKinds,
    planted: {
      [`${slices}/catalog/manager.ts`]: 'export const x = 1;',
      [`${slices}/catalog/prices.service.ts`]: 'export const x = 1;',
      [`${slices}/catalog/quoteWork.ts`]: 'export const x = 1;',
      [`${slices}/catalog/index.ts`]: lines(41),
    },
    allowed: {
      [`${slices}/catalog/quote-work.ts`]: lines(41),
      [`${slices}/catalog/prices.repository.ts`]: lines(1),
    },
  },
  {
    title: 'a kind of file imports what its kind may',
    rule: kindImports,
    planted: {
      [`${slices}/catalog/prices.rules.ts`]: "import { withTenant } from '@servicepro/db';",
      [`${slices}/catalog/words.data.ts`]: "import { find } from './prices.repository.ts';",
      [`${slices}/catalog/quote-work.ts`]: "import { sql } from 'kysely';",
      [`${slices}/catalog/add-price.ts`]: "import { catalogRoutes } from './catalog.routes.ts';",
      [`${slices}/catalog/prices.repository.ts`]:
        "import { createTwilioSms } from '@servicepro/providers/sms/twilio';",
    },
    allowed: {
      [`${slices}/catalog/b.repository.ts`]: "import { sql } from 'kysely';",
      [`${slices}/catalog/c.rules.ts`]: "import type { TenantDb } from '@servicepro/db';",
    },
  },
  {
    title: 'no file is longer than 300 lines',
    rule: fileSize,
    planted: { 'apps/core-api/src/app.ts': lines(301) },
    allowed: {
      'apps/core-api/src/b.ts': lines(300),
      'packages/industry-packs/src/services.data.ts': lines(900),
      'packages/db/src/generated/schema.ts': lines(900),
    },
  },
  {
    title: 'no folder or file has a name that says nothing',
    rule: meaningfulNames,
    planted: {
      'packages/db/src/utils.ts': '',
      'packages/db/src/helpers/a.ts': '',
      'apps/web-admin/src/lib/a.ts': '',
      'apps/web-admin/src/api/types.ts': '',
      'packages/shared/src/index.ts': '',
    },
    allowed: { 'packages/contracts/src/rest-types.ts': '' },
  },
  {
    title: 'drivers and SDKs stay at home',
    rule: containedLibraries,
    planted: {
      'packages/service-kit/src/a.ts': "import pg from 'pg';",
      'packages/domain/src/catalog/a-b.ts': 'const db = new Kysely<DB>({ dialect });',
      'packages/domain/src/catalog/a-c.ts': "import twilio from 'twilio';",
      'apps/core-api/src/a.ts': "import { Queue } from 'bullmq';",
      'apps/core-api/src/b.ts': "import { Redis } from 'ioredis';",
    },
    allowed: {
      'packages/service-kit/src/b.ts': "import type pg from 'pg';",
      'packages/providers/src/sms/a.ts': "import twilio from 'twilio';",
      'packages/service-kit/src/jobs/a.ts': "import { Queue } from 'bullmq';",
    },
  },
  {
    title: 'the environment is read in env.ts',
    rule: environmentInOnePlace,
    planted: {
      'apps/core-api/src/main.ts': 'const port = process.env.PORT;',
      'apps/web-admin/src/proxy.ts': "const { API } = process['env'] ?? process.env;",
      'tools/stand-ins/src/app.ts': 'if (process.env.DEBUG) log();',
    },
    allowed: {
      'apps/core-api/src/env.ts': 'parse(process.env)',
      'tools/launcher/bootstrap.mjs': 'process.env.PATH',
    },
  },
  {
    title: "nothing names a registry's host or a path of one machine",
    rule: noOutsidePlaces,
    planted: {
      'pnpm-lock.yaml': `tarball: https://${'registry'}.example.org/pg/-/pg-8.tgz`,
      'README.md': 'clone it to /home/ann/servicepro',
      'tools/launcher/src/a.ts': `const root = '/${'work'}/main';`,
    },
    allowed: { 'README.md ': 'see https://example.org/home/page', 'a.ts': "fetch('/api/v1/work/orders')" },
  },
];

describe('the tree', () => {
  let tree: SourceFile[];
  beforeAll(async () => {
    tree = await readTree(fileURLToPath(new URL('../../../', import.meta.url)));
  });

  test('is there: an empty one would keep every rule', () => {
    expect(tree.length).toBeGreaterThan(200);
  });

  test.each(guarded)('$title', ({ rule }) => {
    expect(rule(tree)).toEqual([]);
  });
});

describe('a planted violation is found:', () => {
  test.each(guarded)('$title', ({ rule, planted, allowed = {} }) => {
    for (const [path, text] of Object.entries(planted)) {
      expect(rule([{ path, text }]), `${path} should be found`).toHaveLength(1);
    }
    for (const [path, text] of Object.entries(allowed)) expect(rule([{ path, text }])).toEqual([]);
  });
});
