import { readdir, readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

export interface PageFile {
  contentType: string;
  body: Buffer;
}

const pageFolder = new URL('./page/', import.meta.url);
const javascript = 'text/javascript; charset=utf-8';

/** Everything the page is made of, by path. Its modules are TypeScript; types are stripped here, nothing is built. */
export async function readPageFiles(): Promise<ReadonlyMap<string, PageFile>> {
  const files = new Map<string, PageFile>();
  for (const name of await readdir(pageFolder)) {
    if (name.endsWith('.test.ts')) continue;
    const body = await readFile(new URL(name, pageFolder));
    if (name.endsWith('.ts')) {
      const script = stripTypeScriptTypes(body.toString('utf8'), { mode: 'strip' });
      files.set(`/page/${name}`, { contentType: javascript, body: Buffer.from(script) });
    }
    if (name.endsWith('.css')) files.set(`/page/${name}`, { contentType: 'text/css; charset=utf-8', body });
    if (name === 'index.html') files.set('/', { contentType: 'text/html; charset=utf-8', body });
  }
  for (const [path, specifier, contentType] of vendorFiles) {
    const body = await readFile(fileURLToPath(import.meta.resolve(specifier)));
    files.set(path, { contentType, body });
  }
  return files;
}

const font = 'font/woff2';
const vendorFiles: readonly (readonly [path: string, specifier: string, contentType: string])[] = [
  ['/vendor/preact.js', 'preact', javascript],
  ['/vendor/preact-hooks.js', 'preact/hooks', javascript],
  ['/vendor/inter.woff2', '@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2', font],
  ['/vendor/inter-ext.woff2', '@fontsource-variable/inter/files/inter-latin-ext-opsz-normal.woff2', font],
];
