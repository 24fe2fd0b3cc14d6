import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { documents } from './documents.data.ts';
import { replaceBlock } from './generated-blocks.ts';

// Writes what documents say of the code; with --verify it compares instead, and ends with 1 where they differ.
const { values } = parseArgs({ options: { verify: { type: 'boolean', default: false } } });
const root = fileURLToPath(new URL('../../../', import.meta.url));

for (const { path, blocks } of documents) {
  const before = readFileSync(root + path, 'utf8');
  const after = Object.entries(blocks).reduce(
    (text, [name, make]) => replaceBlock(text, name, make()),
    before,
  );
  if (after === before) continue;
  if (values.verify) {
    console.error(`${path} is not what the code says; \`npm run generate\` writes it.`);
    process.exitCode = 1;
  } else {
    writeFileSync(root + path, after);
    console.log(`wrote ${path}`);
  }
}
