import {
  type ActionName,
  actionInputs,
  actionPolicy,
  type IntentName,
  intentNames,
} from '@servicepro/domain/receptionist';
import { actionWords } from './actions.data.ts';
import { markdownTable } from './generated-blocks.ts';
import { intentWords } from './intents.data.ts';

const groups = ['Discover', 'Book', 'Change', 'Money', 'Care', 'Control', 'In between'] as const;

/** Every intent there is, by group. */
export function intentsTable(): string {
  const rows = groups.flatMap((group) =>
    intentNames.filter((name) => intentWords[name].group === group).map((name) => intentRow(name)),
  );
  return markdownTable(['group', 'intent', 'for example', 'what comes of it'], rows);
}

function intentRow(name: IntentName): string[] {
  const { group, example, comesOfIt } = intentWords[name];
  return [group, `\`${name}\``, example, comesOfIt];
}

/** Every action there is, with its risk, its input and how it is taken back. */
export function actionsTable(): string {
  return markdownTable(
    ['action', 'risk', 'what it does', 'input', 'how it is taken back'],
    actionNames().map((name) => [
      `\`${name}\``,
      actionPolicy[name].risk,
      actionWords[name].does,
      Object.keys(actionInputs[name].shape).join(', '),
      actionWords[name].inverse || 'nothing changes',
    ]),
  );
}

/** Who may have each action done, over which channel. */
export function policyTable(): string {
  return markdownTable(
    ['action', 'by text', 'by voice', 'on the web', 'after an opt-out', 'only on an offered slot'],
    actionNames().map((name) => {
      const { channels, isAllowedWhenOptedOut, needsOffer } = actionPolicy[name];
      const least = [channels.sms, channels.voice, channels.web].map((level) => level ?? 'never');
      return [`\`${name}\``, ...least, isAllowedWhenOptedOut ? 'yes' : 'no', needsOffer ? 'yes' : 'no'];
    }),
  );
}

/** Guarantee: the keys of the policy are the actions' names, by its type. */
function actionNames(): ActionName[] {
  return Object.keys(actionPolicy) as ActionName[];
}
