import type { IntentName } from './intents.data.ts';
import type { Answer } from './read-answers.rules.ts';
import type { AssetRead } from './read-asset.rules.ts';
import type { WhenRequest } from './when-request.rules.ts';

/** Everything a customer's turn says, before it is decided what to do. Made by code alone, the same on every run. */
export interface Understanding {
  /** In the order of importance they were found; empty where nothing was understood. */
  readonly intents: readonly IntentName[];
  /** Services that were named; of several it must be asked which. */
  readonly serviceIds: readonly string[];
  readonly addOnIds: readonly string[];
  readonly asset: AssetRead | null;
  readonly when: WhenRequest | null;
  /** A bare number read as an hour, for when it is not an option. */
  readonly numberWhen: WhenRequest | null;
  readonly recurrence: string | null;
  readonly answer: Answer;
  readonly name: string | null;
  readonly address: string | null;
  readonly isSameAddress: boolean;
  /** "Both cars", "two lawns": more than one visit or line, which a person puts together. */
  readonly isForSeveral: boolean;
  /** A frequent question of the business that this one is. */
  readonly faqId: string | null;
  /** "What's included?", which is about the service at hand. */
  readonly asksWhatIsIncluded: boolean;
  /** "Do you do window tinting?": asks for some work by name, whether or not a row has it. */
  readonly asksForNamedWork: boolean;
  readonly isQuestion: boolean;
  /** A pack's urgent words were found that need a person at once. */
  readonly needsPerson: string | null;
  readonly language: 'en' | 'es';
}
