import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installPackages, lockfileHash } from '../bootstrap/packages.mjs';
import { describeUnsupportedPlatform } from '../bootstrap/platform.mjs';
import { missingLibrary } from '../bootstrap/system-library.mjs';
import { isNewEnough } from '../bootstrap/toolchain.mjs';
import { usableHome } from '../bootstrap/usable-home.mjs';

let root: string;
const quietly = () => {};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'launcher-bootstrap-'));
  writeFileSync(join(root, 'pnpm-lock.yaml'), 'lockfileVersion: 9\n');
  writeFileSync(join(root, 'pnpm-workspace.yaml'), 'packages: []\n');
  mkdirSync(join(root, 'node_modules'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the bootstrap', () => {
  const glibc = { getReport: () => ({ header: { glibcVersionRuntime: '2.36' } }) };
  const linux = { platform: 'linux', arch: 'x64', versions: { node: '18.20.0' }, report: glibc };

  it('accepts Linux with glibc and macOS from Node 18 on', () => {
    expect(describeUnsupportedPlatform(linux)).toBeUndefined();
    expect(describeUnsupportedPlatform({ ...linux, platform: 'darwin', arch: 'arm64' })).toBeUndefined();
  });

  it.each([
    [{ ...linux, versions: { node: '16.20.2' } }, 'needs Node 18 or newer'],
    [{ ...linux, platform: 'win32' }, 'inside WSL 2'],
    [{ ...linux, arch: 'riscv64' }, 'this machine is linux-riscv64'],
    [{ ...linux, report: { getReport: () => ({ header: {} }) } }, 'needs a Linux with glibc'],
  ])('says in a sentence why a machine does not do', (machine, sentence) => {
    expect(describeUnsupportedPlatform(machine)).toContain(sentence);
  });

  it('uses a running Node only when it has Temporal too', () => {
    expect(isNewEnough('26.1.0', true)).toBe(true);
    expect(isNewEnough('26.1.0', false)).toBe(false);
    expect(isNewEnough('24.9.0', true)).toBe(false);
  });

  it('reads which system library a bare machine lacks', () => {
    const complaint =
      '.tools/node: error while loading shared libraries: libatomic.so.1: cannot open shared object file: No such file';
    expect(missingLibrary(complaint)).toBe('libatomic.so.1');
    expect(missingLibrary('Exec format error')).toBeUndefined();
  });

  it('makes a home of its own where there is none', () => {
    const home = join(root, '.tools', 'home');
    expect(usableHome(root, {})).toBe(home);
    expect(usableHome(root, { HOME: '' })).toBe(home);
    expect(usableHome(root, { HOME: join(root, 'nowhere') })).toBe(home);
    expect(usableHome(root, { HOME: root })).toBe(root);
  });

  it('installs packages once for a lockfile, and again when it changes', async () => {
    const pnpm = fakePnpm('echo run >> "$PWD/runs"');
    const toolchain = { node: process.execPath, pnpm };
    const environment = { PATH: process.env.PATH, NODE_ENV: 'production' };
    await installPackages(root, toolchain, environment, quietly);
    await installPackages(root, toolchain, environment, quietly);
    expect(readFileSync(join(root, 'runs'), 'utf8')).toBe('run\n');
    const before = lockfileHash(root);
    writeFileSync(join(root, 'pnpm-lock.yaml'), 'lockfileVersion: 9\n# changed\n');
    expect(lockfileHash(root)).not.toBe(before);
    await installPackages(root, toolchain, environment, quietly);
    expect(readFileSync(join(root, 'runs'), 'utf8')).toBe('run\nrun\n');
  });

  it('does not take a failed installation for a finished one', async () => {
    const toolchain = { node: process.execPath, pnpm: fakePnpm('echo no such package; exit 1') };
    const install = () => installPackages(root, toolchain, { PATH: process.env.PATH }, quietly);
    await expect(install()).rejects.toThrow('no such package');
    await expect(install()).rejects.toThrow('pnpm could not install');
  });
});

function fakePnpm(script: string): string {
  const file = join(root, 'pnpm');
  writeFileSync(file, `#!/bin/sh\ntest -z "$NODE_ENV" || exit 9\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}
