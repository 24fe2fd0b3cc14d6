import { LauncherFailure } from '../failure.ts';
import { findRunningProduct, type RunningProduct } from '../state/running-file.ts';
import type { StateFolder } from '../state/state-folder.ts';

/** What runs and is ready, or a sentence that says what to do. */
export function requireRunningProduct(state: StateFolder): RunningProduct {
  const running = findRunningProduct(state);
  if (!running)
    throw new LauncherFailure('notRunning', 'ServicePro is not running here: start it with `npm start`.');
  if (!running.ready)
    throw new LauncherFailure('notRunning', 'ServicePro is still starting: try again in a moment.');
  return running;
}
