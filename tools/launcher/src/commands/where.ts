import { parseArgs } from 'node:util';
import { describeWhere, formatWhere } from '../product/where.ts';
import { answer } from '../terminal.ts';
import type { Command } from './command-context.ts';
import { requireRunningProduct } from './require-running.ts';

/** `npm run where [-- --json]`: URLs, logins, numbers and the database of what runs. */
export const where: Command = async ({ args, state }) => {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } }, strict: true });
  const found = describeWhere(requireRunningProduct(state), state.path);
  answer(values.json ? JSON.stringify(found, null, 2) : formatWhere(found));
  return 0;
};
