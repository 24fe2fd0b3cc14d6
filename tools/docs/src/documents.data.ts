import { launcherTable, processesTable } from './configuration-tables.ts';
import { actionsTable, intentsTable, policyTable } from './receptionist-tables.ts';

export interface GeneratedDocument {
  /** From the project's root. */
  readonly path: string;
  /** By the name of the marks between which it stands. */
  readonly blocks: Readonly<Record<string, () => string>>;
}

/** The parts of documents that are made from the code. */
export const documents: readonly GeneratedDocument[] = [
  { path: 'README.md', blocks: { launcher: launcherTable, processes: processesTable } },
  {
    path: 'docs/receptionist.md',
    blocks: { intents: intentsTable, actions: actionsTable, policy: policyTable },
  },
];
