// The one file that runs on whatever Node is there (18 or newer): it brings the right Node and pnpm, installs the
// packages, and hands over to src/main.ts. Plain JavaScript, because older Nodes cannot read TypeScript.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { handOver } from './bootstrap/hand-over.mjs';
import { installPackages } from './bootstrap/packages.mjs';
import { describeUnsupportedPlatform } from './bootstrap/platform.mjs';
import { ensureNodeStarts } from './bootstrap/system-library.mjs';
import { bringTools, planToolchain } from './bootstrap/toolchain.mjs';
import { usableHome } from './bootstrap/usable-home.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const exitCodes = { unsupportedPlatform: 4, missingPackage: 5 };

try {
  const unsupported = describeUnsupportedPlatform(process);
  if (unsupported) throw Object.assign(new Error(unsupported), { exitCode: exitCodes.unsupportedPlatform });
  const quietEnvironment = { NEXT_TELEMETRY_DISABLED: '1', TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };
  const environment = { ...process.env, ...quietEnvironment, HOME: usableHome(root, process.env) };
  const { toolchain, pnpm, node } = planToolchain(root);
  await bringTools(root, environment, [pnpm]);
  // Node is the largest download; the packages do not wait for it.
  await Promise.all([
    bringTools(root, environment, node ? [pnpm, node] : [pnpm]),
    installPackages(root, toolchain, environment),
  ]);
  if (node) await ensureNodeStarts(root, toolchain.node, environment);
  const main = join(root, 'tools', 'launcher', 'src', 'main.ts');
  if (!existsSync(main))
    throw new Error('tools/launcher/src/main.ts is missing: the checkout is incomplete.');
  handOver({ main, root, toolchain, environment, args: process.argv.slice(2) });
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error?.exitCode ?? exitCodes.missingPackage;
}
