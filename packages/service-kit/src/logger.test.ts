import { expect, test } from 'vitest';
import { createLogger, scrubText } from './logger.ts';

function logged(write: (log: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  write(
    createLogger({ name: 'test', level: 'info', destination: { write: (line: string) => lines.push(line) } }),
  );
  return lines.join('');
}

test.each([
  '+15125550123',
  '(512) 555-0123',
  '512-555-0123',
  '512.555.0123',
  '5125550123',
  '1 512 555 0123',
  '+442071838750',
  'ann.b+c@example.co.uk',
])('no line holds %s', (secret) => {
  const log = logged((logger) => {
    logger.info({ detail: { deep: [`it was ${secret} there`] } }, `about ${secret}`);
    logger.error({ err: new Error(`vendor said ${secret}`) }, 'failed');
    logger.info({ from: secret, headers: { authorization: 'Bearer x', cookie: 'y' } }, 'request');
  });
  expect(log).not.toContain(secret);
  expect(log).not.toMatch(/Bearer|"y"/);
});

test('no line holds a row that Postgres quotes in an error', () => {
  const row = 'Failing row contains (7, Ann Smith, I live at 12 Oak Lane).';
  const cause = Object.assign(new Error('null value in column "x"'), {
    code: '23502',
    detail: row,
    where: row,
  });
  const log = logged((logger) => {
    logger.error({ err: cause }, 'failed');
    logger.error({ err: new Error('could not be stored', { cause }) }, 'failed');
  });
  expect(log).not.toMatch(/Ann Smith|Oak Lane/);
  expect(log).toContain('23502');
});

test('ids, amounts and instants stay readable', () => {
  const id = '0199a1b2-c3d4-7e5f-8a9b-512555012345';
  expect(scrubText(`${id} 1760000000 1760000000000 12000 2026-05-12T14:00:00Z`)).toBe(
    `${id} 1760000000 1760000000000 12000 2026-05-12T14:00:00Z`,
  );
});
