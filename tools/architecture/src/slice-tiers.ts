import {
  importsOf,
  isCode,
  isTest,
  type Rule,
  resolveRelative,
  type SourceFile,
  type Violation,
} from './source-tree.ts';

/** A slice imports another only downwards; sideways and upwards go by message. */
const tiers: readonly (readonly string[])[] = [
  ['identity', 'tenants'],
  ['catalog', 'customers'],
  ['scheduling', 'payments', 'loyalty', 'conversations', 'billing', 'notifications'],
  // A site shows the next opening as the calendar has it, so it stands above scheduling.
  ['receptionist', 'campaigns', 'assistant', 'sites'],
  ['provisioning', 'agencies', 'analytics', 'exports'],
];

const root = 'packages/domain/src/';

/** Slices have a tier, import another only through its index.ts, and only from a lower tier. */
export const sliceTiers: Rule = (files) =>
  files.filter((file) => file.path.startsWith(root) && isCode(file)).flatMap((file) => checkFile(file));

function checkFile(file: SourceFile): Violation[] {
  const slice = sliceOf(file.path);
  if (slice === undefined || tierOf(slice) < 0)
    return [{ path: file.path, message: 'is in no slice of a known tier' }];
  return importsOf(file).flatMap(({ specifier }) => {
    const target = resolveRelative(file, specifier);
    const other = target === undefined ? undefined : sliceOf(target);
    if (target === undefined || other === undefined || other === slice) return [];
    // A slice's routes and handlers are doors too, for composition roots and for tests that mount them.
    if (isTest(file) && /\.(routes|jobs)\.ts$/.test(target)) return [];
    if (target !== `${root}${other}/index.ts`)
      return [{ path: file.path, message: `imports ${other} past its index.ts` }];
    if (isTest(file) || tierOf(other) < tierOf(slice)) return [];
    return [{ path: file.path, message: `imports ${other}, which is not below ${slice}` }];
  });
}

function sliceOf(path: string): string | undefined {
  return path.startsWith(root) ? path.slice(root.length).split('/')[0] : undefined;
}

function tierOf(slice: string): number {
  return tiers.findIndex((names) => names.includes(slice));
}
