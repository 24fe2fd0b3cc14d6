import type { QuietToolOptions } from './quiet-tool.ts';
import { toolStep } from './quiet-tool.ts';
import type { Step } from './step.ts';

interface Generator {
  what: string;
  package: string;
  /** Makes the generator compare instead of write. */
  compareFlag: string;
}

/** In order: the document is made of the routes, the REST types of the document. */
export const generators: readonly Generator[] = [
  { what: 'database types', package: '@servicepro/db', compareFlag: '--verify' },
  { what: 'OpenAPI document', package: '@servicepro/core-api', compareFlag: '--verify' },
  { what: 'REST types', package: '@servicepro/api-types', compareFlag: '--check' },
  { what: 'tables in the documents', package: '@servicepro/docs', compareFlag: '--verify' },
];

/** The command line that writes one generated file. */
export function generatorCommand(generator: Generator, flags: readonly string[] = []): QuietToolOptions {
  return { command: 'pnpm', args: ['--filter', generator.package, 'run', 'generate', ...flags] };
}

/** Fails where a checked-in file is not what its generator makes of the sources now. */
export function generatedFileSteps(environment: Record<string, string>, signal: AbortSignal): Step[] {
  return generators.map((generator) =>
    toolStep(`${generator.what} as generated`, {
      ...generatorCommand(generator, [generator.compareFlag]),
      environment,
      signal,
    }),
  );
}
