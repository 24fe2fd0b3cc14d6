import {
  importsOf,
  isCode,
  isTest,
  type Rule,
  resolveRelative,
  type SourceFile,
  workspaceOf,
} from './source-tree.ts';

const backend = [
  'contracts',
  'tenant-context',
  'db',
  'service-kit',
  'providers',
  'feature-flags',
  'industry-packs',
  'domain',
];
const web = ['contracts', 'site-sections', 'api-types'];

/** Which packages a workspace package may import; tools look at whatever they need but at no app; bench, e2e and docs, whose subject they are, at apps too. */
const allowed: ReadonlyMap<string, readonly string[]> = new Map([
  ['packages/contracts', []],
  ['packages/tenant-context', ['contracts']],
  ['packages/db', ['contracts', 'tenant-context']],
  ['packages/feature-flags', ['contracts', 'tenant-context', 'db']],
  ['packages/service-kit', ['contracts', 'tenant-context', 'db']],
  ['packages/providers', ['contracts', 'tenant-context']],
  ['packages/industry-packs', ['contracts']],
  ['packages/site-sections', ['contracts']],
  ['packages/documents', ['contracts']],
  ['packages/domain', [...backend.filter((name) => name !== 'domain'), 'documents']],
  ['apps/core-api', backend],
  ['apps/telephony-gateway', backend],
  ['apps/ai-worker', backend],
  ['apps/web-admin', web],
  ['apps/site-renderer', web],
]);

const apps = new Set(['core-api', 'telephony-gateway', 'ai-worker', 'web-admin', 'site-renderer']);

/** Arrows between packages point down only, and go through a package's doors, never by a path into it. */
export const packageArrows: Rule = (files) =>
  files.filter(isCode).flatMap((file) =>
    importsOf(file).flatMap(({ specifier }) => {
      const message = wrongArrow(file, specifier);
      return message ? [{ path: file.path, message }] : [];
    }),
  );

function wrongArrow(file: SourceFile, specifier: string): string | undefined {
  const home = workspaceOf(file.path);
  if (!home) return undefined;
  const target = resolveRelative(file, specifier);
  if (target !== undefined) {
    return target.startsWith(`${home}/`)
      ? undefined
      : `reaches by a path into ${workspaceOf(target) ?? target}`;
  }
  const name = /^@servicepro\/([^/]+)/.exec(specifier)?.[1];
  if (!name || home.endsWith(`/${name}`)) return undefined;
  if (specifier === '@servicepro/db/testing' && !isTest(file) && /^(packages|apps)\//.test(home)) {
    return 'uses test databases outside tests';
  }
  if (home === 'bench' || home === 'e2e' || home === 'tools/docs' || (isTest(file) && !apps.has(name)))
    return undefined;
  const may = allowed.get(home);
  if (may ? may.includes(name) : !apps.has(name)) return undefined;
  return `may not import ${specifier}`;
}
