import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepSecrets } from './secrets.ts';
import { openStateFolder, type StateFolder } from './state-folder.ts';

let state: StateFolder;
let file: string;

beforeEach(() => {
  state = openStateFolder(mkdtempSync(join(tmpdir(), 'launcher-secrets-')));
  file = join(state.path, 'secrets.json');
});

afterEach(() => rmSync(state.path, { recursive: true, force: true }));

describe('the secrets', () => {
  it('are made once, kept, and readable by nobody else', () => {
    const made = keepSecrets(state);
    expect(Buffer.from(made.credentialKey, 'base64')).toHaveLength(32);
    expect(keepSecrets(state)).toEqual(made);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('gain what a newer version adds and keep the rest', () => {
    const made = keepSecrets(state);
    const { revalidateSecret: _, ...older } = made;
    writeFileSync(file, JSON.stringify(older));
    const now = keepSecrets(state);
    expect(now).toMatchObject(older);
    expect(JSON.parse(readFileSync(file, 'utf8')).revalidateSecret).toBe(now.revalidateSecret);
  });

  it('are never replaced when the file is damaged: stored tokens would be lost', () => {
    writeFileSync(file, '{"credentialKey": 7');
    expect(() => keepSecrets(state)).toThrow('is damaged');
    expect(readFileSync(file, 'utf8')).toBe('{"credentialKey": 7');
  });
});
