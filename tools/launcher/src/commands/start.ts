import { parseArgs } from 'node:util';
import { LauncherFailure } from '../failure.ts';
import type { Mode } from '../product/child-specs.ts';
import { startProduct } from '../product/start-product.ts';
import { describeWhere, formatWhere } from '../product/where.ts';
import { readDemoClock } from '../state/demo-clock.ts';
import { aborted } from '../stop-signal.ts';
import { answer, say, seconds } from '../terminal.ts';
import type { Command, CommandContext } from './command-context.ts';

/** `npm start [-- --port N]`: the product as it runs in production, until Ctrl-C. */
export const start: Command = (context) => runProduct('start', context);

/** `npm run dev`: the same with watching processes. */
export const dev: Command = (context) => runProduct('dev', context);

async function runProduct(mode: Mode, context: CommandContext): Promise<number> {
  const sinceMs = performance.now();
  const { state, signal } = context;
  const clock = { CLOCK_AT: context.environment.CLOCK_AT ?? readDemoClock(state) };
  const environment = { ...context.environment, ...clock, ...readPort(context.args) };
  await using running = new AsyncDisposableStack();
  signal.addEventListener('abort', () => say('Stopping.'), { once: true });
  const product = await Promise.race([
    startProduct({ mode, environment, state, say, signal }, running),
    aborted(signal).then(() => undefined),
  ]);
  if (!product) return 0;
  say(`Started in ${seconds(sinceMs)}.`);
  answer('\nServicePro is ready\n');
  answer(formatWhere(describeWhere(product, state.path)));
  await aborted(signal);
  return 0;
}

function readPort(args: readonly string[]): { PORT?: number } {
  const { values } = parseArgs({ args: [...args], options: { port: { type: 'string' } }, strict: true });
  if (values.port === undefined) return {};
  const port = Number(values.port);
  if (Number.isInteger(port) && port >= 1024 && port <= 65_000) return { PORT: port };
  throw new LauncherFailure('usage', `--port takes a number from 1024 to 65000, not "${values.port}".`);
}
