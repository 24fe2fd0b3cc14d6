// The bootstrap is JavaScript, because it runs on older Nodes; these are its doors as tests see them.

declare module '*/bootstrap/platform.mjs' {
  export interface Machine {
    platform: string;
    arch: string;
    versions: { node: string };
    report?: { getReport?: () => { header: { glibcVersionRuntime?: string } } };
  }
  export function describeUnsupportedPlatform(machine: Machine): string | undefined;
}

declare module '*/bootstrap/toolchain.mjs' {
  export function isNewEnough(version: string, hasTemporal: boolean): boolean;
}

declare module '*/bootstrap/packages.mjs' {
  export interface Toolchain {
    node: string;
    pnpm: string;
  }
  export function installPackages(
    root: string,
    toolchain: Toolchain,
    environment: NodeJS.ProcessEnv,
    say?: (line: string) => void,
  ): Promise<void>;
  export function lockfileHash(root: string): string;
}

declare module '*/bootstrap/usable-home.mjs' {
  export function usableHome(root: string, environment: NodeJS.ProcessEnv): string;
}

declare module '*/bootstrap/system-library.mjs' {
  export function missingLibrary(output: string): string | undefined;
}
