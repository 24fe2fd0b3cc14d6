import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const Manifest = z.looseObject({ dependencies: z.record(z.string(), z.string()).default({}) });

/** The tools that check style and arrows are only worth what they find: each is shown a fault. */
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'servicepro-checkers-'));
  const manifests = globSync('{packages,apps,tools}/*/{package,turbo}.json', { cwd: root });
  const files = [
    'package.json',
    'turbo.json',
    'pnpm-workspace.yaml',
    'pnpm-lock.yaml',
    'biome.json',
    ...manifests,
  ];
  for (const file of [...files, ...globSync('{bench,e2e}/{package,turbo}.json', { cwd: root })]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(tool: string, args: string[]) {
  const ended = spawnSync(join(root, 'node_modules/.bin', tool), args, { cwd: folder, encoding: 'utf8' });
  return { isGreen: ended.status === 0, output: `${ended.stdout}${ended.stderr}` };
}

describe('turbo boundaries', () => {
  test('is green on the packages as they are', () => {
    expect(run('turbo', ['boundaries']).output).toContain('no issues found');
  });

  test.each([
    ['packages/providers', '@servicepro/db'],
    ['packages/contracts', '@servicepro/tenant-context'],
    ['packages/db', '@servicepro/service-kit'],
    ['apps/web-admin', '@servicepro/domain'],
  ])('is red when %s depends on %s', (home, dependency) => {
    const path = join(folder, home, 'package.json');
    const before = readFileSync(path, 'utf8');
    const manifest = Manifest.parse(JSON.parse(before));
    manifest.dependencies[dependency] = 'workspace:*';
    writeFileSync(path, JSON.stringify(manifest));
    const { isGreen, output } = run('turbo', ['boundaries']);
    writeFileSync(path, before);
    expect(isGreen, output).toBe(false);
    expect(output).toContain(dependency);
  });
});

describe('biome', () => {
  test.each([
    ['any', 'export const x: any = 1;\n', 'noExplicitAny'],
    ['a default export', 'const x = 1;\nexport default x;\n', 'noDefaultExport'],
    ['an enum', 'export enum Size {\n  Small = 1,\n}\n', 'noEnum'],
    ['a non-null assertion', 'export const x = (y: string | null) => y!;\n', 'noNonNullAssertion'],
    [
      'an import without its ending',
      "import { a } from './a';\n\nexport const b = a;\n",
      'useImportExtensions',
    ],
  ])('is red on %s', (_title, code, rule) => {
    const path = join(folder, 'packages/contracts/planted.ts');
    writeFileSync(join(folder, 'packages/contracts/a.ts'), 'export const a = 1;\n');
    writeFileSync(path, code);
    const { isGreen, output } = run('biome', ['lint', '--vcs-enabled=false', path]);
    rmSync(path);
    expect(isGreen, output).toBe(false);
    expect(output).toContain(rule);
  });
});
