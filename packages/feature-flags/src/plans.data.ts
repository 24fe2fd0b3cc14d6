/** What a plan can hold. Code asks for one of these, never for a plan. */
export type FeatureKey =
  | 'web_booking'
  | 'text_receptionist'
  | 'voice_receptionist'
  | 'custom_domain'
  | 'hide_powered_by';

export interface Plan {
  /** As it is sold. */
  readonly name: string;
  readonly features: ReadonlySet<FeatureKey>;
}

const starter: readonly FeatureKey[] = ['web_booking', 'text_receptionist'];
const pro: readonly FeatureKey[] = [...starter, 'voice_receptionist', 'custom_domain'];
const elite: readonly FeatureKey[] = [...pro, 'hide_powered_by'];

/** The plan catalogue, by key. */
export const plans: ReadonlyMap<string, Plan> = new Map([
  ['starter', { name: 'Starter', features: new Set(starter) }],
  ['pro', { name: 'Pro', features: new Set(pro) }],
  ['elite', { name: 'Elite', features: new Set(elite) }],
  ['internal', { name: 'Internal', features: new Set(elite) }],
]);
