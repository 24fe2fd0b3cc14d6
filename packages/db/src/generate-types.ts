import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { readTestAdminUrl } from './env.ts';
import { createTestDatabase } from './testing.ts';

/** Writes src/generated/schema.ts from a freshly migrated database; `--verify` exits 1 when the checked-in file differs. */
const database = await createTestDatabase({ adminUrl: readTestAdminUrl() });
try {
  const overrides = await unionsFromChecks(database.adminUrl);
  execFileSync(
    fileURLToPath(new URL('../node_modules/.bin/kysely-codegen', import.meta.url)),
    [
      ...['--dialect', 'postgres', '--url', database.adminUrl, '--default-schema', 'public'],
      ...[
        '--include-pattern',
        'public.*',
        '--exclude-pattern',
        'public.migrations',
        '--date-parser',
        'string',
      ],
      ...[
        '--type-mapping',
        JSON.stringify({
          timestamptz: 'Temporal.Instant',
          time: 'string',
          tstzrange: 'string',
          int8: 'number',
        }),
      ],
      ...['--overrides', JSON.stringify({ columns: overrides })],
      ...['--out-file', fileURLToPath(new URL('./generated/schema.ts', import.meta.url))],
      ...(process.argv.includes('--verify') ? ['--verify'] : []),
    ],
    // Its parser of override expressions complains on every union, then takes it as it stands.
    { stdio: ['ignore', 'inherit', 'ignore'] },
  );
} finally {
  await database.drop();
}

/** A text column with `check (x in ('a', 'b'))` is a union in TypeScript too: one definition, the migration's. */
async function unionsFromChecks(url: string): Promise<Record<string, string>> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query(`
    select c.relname as table_name, a.attname as column_name, a.attnotnull as is_required, a.atthasdef as has_default,
           pg_get_constraintdef(k.oid) as definition
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid and c.relnamespace = 'public'::regnamespace
    join pg_attribute a on a.attrelid = c.oid and k.conkey = array[a.attnum]
    where k.contype = 'c' and a.atttypid = 'text'::regtype and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%'
    order by 1, 2`);
  await client.end();
  return Object.fromEntries(
    rows.map((row) => {
      const values = [...String(row.definition).matchAll(/'([^']+)'::text/g)]
        .map((match) => `'${match[1]}'`)
        .join(' | ');
      const type = row.is_required ? values : `${values} | null`;
      return [`${row.table_name}.${row.column_name}`, row.has_default ? `Generated<${type}>` : type];
    }),
  );
}
