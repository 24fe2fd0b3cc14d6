import { runTool } from '../run-tool.ts';
import type { Command } from './command-context.ts';

/** `npm run generate`: writes what is derived (database types, OpenAPI document, REST types), in order of dependency. */
export const generate: Command = async ({ signal }) => runTool('pnpm', ['-r', 'run', 'generate'], { signal });
