import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';

const PackageJson = z.object({
  name: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
});

const madeByTools = new Set(['node_modules', '.next', '.turbo', 'dist', 'next-env.d.ts']);
const isTest = /\.test\.tsx?$/;

/**
 * Names the content that a build of one workspace folder is made from: its own files, those of the workspace packages
 * it reaches, and the lockfile. Two equal names mean that building again would give the same.
 */
export function hashSources(root: string, folder: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of ['pnpm-lock.yaml', 'tsconfig.base.json']) hash.update(readFileSync(join(root, file)));
  for (const member of reachableFolders(root, folder)) {
    for (const file of listFiles(join(root, member))) {
      hash.update(`\0${member}/${file}\0`).update(readFileSync(join(root, member, file)));
    }
  }
  return hash.digest('hex');
}

/** The folder itself and, transitively, the workspace packages among its dependencies; sorted. */
export function reachableFolders(root: string, folder: string): string[] {
  const members = readMembers(root);
  const found = new Set<string>();
  const visit = (current: string) => {
    if (found.has(current)) return;
    found.add(current);
    const { dependencies, devDependencies } = readPackage(join(root, current, 'package.json'));
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      const member = version.startsWith('workspace:') ? members.get(name) : undefined;
      if (member) visit(member);
    }
  };
  visit(folder);
  return [...found].sort();
}

function readMembers(root: string): Map<string, string> {
  const files = globSync(['apps/*/package.json', 'packages/*/package.json', 'tools/*/package.json'], {
    cwd: root,
  });
  return new Map(files.map((file) => [readPackage(join(root, file)).name, dirname(file)]));
}

function readPackage(file: string) {
  return PackageJson.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function listFiles(folder: string): string[] {
  return globSync('**/*', {
    cwd: folder,
    withFileTypes: true,
    exclude: (entry) => madeByTools.has(entry.name),
  })
    .filter((entry) => entry.isFile() && !isTest.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
