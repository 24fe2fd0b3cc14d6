import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let state: string;
beforeAll(() => {
  state = mkdtempSync(join(tmpdir(), 'launcher-main-'));
});
afterAll(() => rmSync(state, { recursive: true, force: true }));

describe('a command that cannot be done', () => {
  it.each([
    [['hello'], 2, 'There is no command "hello"; there are start, dev, '],
    [['start', '--port', 'abc'], 2, '--port takes a number from 1024 to 65000, not "abc".'],
    [['start', '--nonsense'], 2, "Unknown option '--nonsense'."],
    [['where'], 7, 'ServicePro is not running here: start it with `npm start`.'],
    [['text', 'Hello'], 2, 'Say it like this: npm run text -- --to clean-machine'],
    [['seed', 'everything'], 2, 'There is no seed "everything"'],
  ])('%j ends with exit code %i and one sentence', async (args, exitCode, sentence) => {
    const ended = await run(args);
    expect(ended.output).toContain(sentence);
    expect(ended.output.trim().split('\n')).toHaveLength(1);
    expect(ended.exitCode).toBe(exitCode);
  });

  it('ends by its own exit code when nobody reads what it says', async () => {
    expect(await run(['hello'], true)).toMatchObject({ exitCode: 2 });
  });
});

function run(
  args: readonly string[],
  isUnread = false,
): Promise<{ exitCode: number | null; output: string }> {
  return new Promise((resolve) => {
    const main = join(import.meta.dirname, 'main.ts');
    const environment = { PATH: process.env.PATH, SERVICEPRO_STATE_DIR: state };
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
      env: environment,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      if (isUnread) stream.destroy();
      else
        stream.on('data', (data) => {
          output += String(data);
        });
    }
    child.on('close', (exitCode) => resolve({ exitCode, output }));
  });
}
