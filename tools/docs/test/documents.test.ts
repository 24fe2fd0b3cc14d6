import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { documents } from '../src/documents.data.ts';
import { anchorsOf, findReferences } from '../src/find-references.ts';
import { MarksMissing, markdownTable, replaceBlock } from '../src/generated-blocks.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string) => readFileSync(root + path, 'utf8');
const pages = globSync(['*.md', 'docs/**/*.md', 'tools/*/README.md'], { cwd: root }).sort();
const Manifest = z.looseObject({ scripts: z.record(z.string(), z.string()) });

describe('the documents', () => {
  const { scripts } = Manifest.parse(JSON.parse(read('package.json')));

  test('are there', () => {
    expect(pages).toEqual(expect.arrayContaining(['ARCHITECTURE.md', 'CONTRIBUTING.md', 'README.md']));
  });

  test.each(pages)('%s names only files, headings and commands that are there', (path) => {
    const missing = findReferences({ path, text: read(path) }).filter(({ kind, target }) => {
      if (kind === 'command') return !(target in scripts);
      const [file = '', anchor = ''] = target.split('#');
      if (kind === 'file') return !existsSync(root + file);
      return existsSync(root + file) && !anchorsOf(read(file)).includes(anchor);
    });
    expect(missing).toEqual([]);
  });

  test.each(documents)('$path has what the code says now', ({ path, blocks }) => {
    const text = read(path);
    for (const [name, make] of Object.entries(blocks)) expect(replaceBlock(text, name, make())).toBe(text);
  });

  test('the architecture names every app, package and tool', () => {
    const text = read('ARCHITECTURE.md');
    const folders = globSync('{apps,packages,tools}/*/package.json', { cwd: root }).map(
      (file) => file.split('/')[1] ?? '',
    );
    expect(folders.filter((name) => !text.includes(`${name}/`))).toEqual([]);
  });

  test('the README has a table of the settings', () => {
    const rows = read('README.md').match(/^\| `[A-Z_]+` \|/gm) ?? [];
    expect(rows.length).toBeGreaterThan(30);
  });
});

describe('what is found in a document', () => {
  test('links beside it, headings, paths and commands', () => {
    const text =
      'See [x](../README.md#how-to), `packages/db/src/audit.ts`, `a/b`, `npm run nothing` and npm test.';
    expect(findReferences({ path: 'docs/a.md', text })).toEqual([
      { kind: 'file', target: 'README.md' },
      { kind: 'anchor', target: 'README.md#how-to' },
      { kind: 'file', target: 'packages/db/src/audit.ts' },
      { kind: 'command', target: 'nothing' },
      { kind: 'command', target: 'test' },
    ]);
  });

  test('headings as GitHub names them', () => {
    expect(anchorsOf('# The product\n\n## 1 · Whose, and why?')).toEqual(['the-product', '1--whose-and-why']);
  });
});

describe('a generated part', () => {
  const page = 'before\n<!-- generated: x -->\nold\n<!-- end: x -->\nafter\n';

  test('is replaced, and again comes out the same', () => {
    const once = replaceBlock(page, 'x', 'new');
    expect(once).toBe('before\n<!-- generated: x -->\n\nnew\n\n<!-- end: x -->\nafter\n');
    expect(replaceBlock(once, 'x', 'new')).toBe(once);
  });

  test.each(['', '<!-- end: x --> <!-- generated: x -->', page + page])(
    'without its marks is an error',
    (text) => {
      expect(() => replaceBlock(text, 'x', 'new')).toThrow(MarksMissing);
    },
  );

  test('keeps bars inside its cells', () => {
    expect(markdownTable(['a'], [['b|c']])).toBe('| a |\n|---|\n| b\\|c |');
  });
});
