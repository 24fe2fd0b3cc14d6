import { readdir, readFile } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';

/** A text file of the repository; `path` is from its root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface Violation {
  readonly path: string;
  /** What is wrong, in a sentence. */
  readonly message: string;
}

/** Looks at the whole tree and answers what breaks the rule. */
export type Rule = (files: readonly SourceFile[]) => Violation[];

const skippedFolders = new Set([
  'node_modules',
  '.git',
  '.next',
  '.tools',
  '.data',
  '.turbo',
  'dist',
  'coverage',
]);
const textFile =
  /\.(ts|tsx|mts|mjs|cjs|js|json|jsonc|ya?ml|toml|md|sql|css|sh|html|conf|template)$|(^|\/)(Dockerfile|Caddyfile|run)[^/]*$/;

/** Reads every text file below a folder; what installs and builds leave behind is not ours. */
export async function readTree(root: string): Promise<SourceFile[]> {
  const paths = await listFiles(root, root);
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })));
}

async function listFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const lists = await Promise.all(
    entries.map(async (entry) => {
      const full = join(folder, entry.name);
      if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : listFiles(root, full);
      const path = relative(root, full).split(sep).join(posix.sep);
      return entry.isFile() && textFile.test(path) ? [path] : [];
    }),
  );
  return lists.flat().toSorted();
}

/** True for TypeScript that people wrote. */
export function isCode({ path }: SourceFile): boolean {
  return /\.(ts|tsx)$/.test(path) && !/(^|\/)generated\/|\.generated\.|\.d\.ts$/.test(path);
}

/** Tests and what sets their scene: they may reach further than the product. */
export function isTest({ path }: SourceFile): boolean {
  return /\.(test|fixture)\.tsx?$|\/test\/|^e2e\/|^bench\//.test(path);
}

export interface Import {
  readonly specifier: string;
  /** `import type`: gone when the program runs. */
  readonly isTypeOnly: boolean;
}

const importPattern =
  /(?:^|[\n;])\s*(?:import|export)\s+(type\s+)?(?:[\w$*{][^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

/** What a file imports or re-exports, in order. */
export function importsOf({ text }: SourceFile): Import[] {
  return [...text.matchAll(importPattern)].map(([, type, specifier, dynamic]) => ({
    specifier: specifier ?? dynamic ?? '',
    isTypeOnly: type !== undefined,
  }));
}

/** Where a relative import leads, from the root; undefined for a package. */
export function resolveRelative(file: SourceFile, specifier: string): string | undefined {
  return specifier.startsWith('.') ? posix.join(posix.dirname(file.path), specifier) : undefined;
}

/** `packages/domain`, `apps/core-api`, `bench`: the workspace package a path belongs to. */
export function workspaceOf(path: string): string | undefined {
  return /^(?:(?:packages|apps|tools)\/[^/]+|bench|e2e)(?=\/)/.exec(path)?.[0];
}
