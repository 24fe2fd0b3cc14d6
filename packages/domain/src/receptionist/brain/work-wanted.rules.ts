import type { AssetClass, Service, ServicePrice } from '@servicepro/contracts/rest/catalog';
import type { Understanding } from '../language/understanding.rules.ts';
import type { DialogueState } from './dialogue-state.rules.ts';
import type { BusinessFacts, CustomerFacts } from './turn.rules.ts';

/** What is known of the work after this turn's words are added to what was said before. */
export interface WorkWanted {
  readonly state: DialogueState;
  /** Several services that the words fit: it must be asked which. */
  readonly serviceChoices: readonly Service[];
  readonly classChoices: readonly AssetClass[];
  /** A make without a model. */
  readonly make: string | null;
  readonly hasChanged: boolean;
}

/** Adds what was said about service, asset, add-ons and address to the dialogue's state. Offers of other work are dropped. */
export function mergeWork(
  state: DialogueState,
  said: Understanding,
  facts: BusinessFacts,
  customer: CustomerFacts,
): WorkWanted {
  const service = mergedService(state, said, facts);
  const asset = mergedAsset(state, said, service.serviceId, facts, customer);
  const addOnIds = [
    ...new Set([...state.addOnIds, ...(wantsAddOns(said, state) ? said.addOnIds : [])]),
  ].slice(0, 10);
  // An asset that is on file fills a gap; only what was said now changes the work.
  const saysAsset =
    (said.asset !== null || state.asked === 'asset') &&
    asset.assetClassId !== null &&
    asset.assetClassId !== state.assetClassId;
  const hasChanged =
    service.serviceId !== state.serviceId || saysAsset || addOnIds.length !== state.addOnIds.length;
  const isOther = state.offers.length > 0 && hasChanged;
  const address = said.address ?? (said.isSameAddress ? customer.lastAddress : '');
  return {
    state: {
      ...state,
      serviceId: service.serviceId,
      assetClassId: asset.assetClassId,
      assetName: asset.assetName,
      addOnIds,
      address: address === '' ? state.address : address,
      ...(isOther ? { offers: [], chosen: null } : {}),
    },
    serviceChoices: service.choices,
    classChoices: asset.choices,
    make: asset.make,
    hasChanged,
  };
}

function mergedService(
  state: DialogueState,
  said: Understanding,
  facts: BusinessFacts,
): { serviceId: string | null; choices: readonly Service[] } {
  const named = facts.services.filter((service) => said.serviceIds.includes(service.id));
  const [only] = named;
  if (named.length === 1 && only) return { serviceId: only.id, choices: [] };
  if (named.length > 1) return { serviceId: state.serviceId, choices: named.slice(0, 3) };
  if (state.asked === 'service')
    return { serviceId: pickedFrom(state.choices, said) ?? state.serviceId, choices: [] };
  return { serviceId: state.serviceId, choices: [] };
}

interface AssetMerge {
  readonly assetClassId: string | null;
  readonly assetName: string;
  readonly choices: readonly AssetClass[];
  readonly make: string | null;
}

function mergedAsset(
  state: DialogueState,
  said: Understanding,
  serviceId: string | null,
  facts: BusinessFacts,
  customer: CustomerFacts,
): AssetMerge {
  const { asset } = said;
  const kept = { assetClassId: state.assetClassId, assetName: state.assetName, choices: [], make: null };
  if (asset?.classId) {
    const name = asset.name === '' && state.assetClassId === asset.classId ? state.assetName : asset.name;
    return {
      assetClassId: asset.classId,
      assetName: withMake(name, state, asset.classId, facts),
      choices: [],
      make: null,
    };
  }
  if (asset && asset.candidateIds.length > 1)
    return { ...kept, choices: facts.assetClasses.filter((row) => asset.candidateIds.includes(row.id)) };
  if (asset) return { ...kept, make: asset.name, assetName: asset.name };
  const pickedId = state.asked === 'asset' ? pickedFrom(state.choices, said) : null;
  if (pickedId !== null) return { ...kept, assetClassId: pickedId };
  if (kept.assetClassId !== null) return kept;
  const onlyClass = classesOf(serviceId, facts);
  const [only] = onlyClass;
  if (onlyClass.length === 1 && only) return { ...kept, assetClassId: only.id };
  const [owned, other] = customer.assets;
  return owned && !other ? { ...kept, assetClassId: owned.assetClassId, assetName: owned.name } : kept;
}

// "The second one", "2" or, of a single one, "yes".
function pickedFrom(choices: readonly string[], { answer }: Understanding): string | null {
  const nth =
    answer.ordinal === -1
      ? choices.length
      : (answer.ordinal ?? answer.number ?? (answer.yesNo === 'yes' && choices.length === 1 ? 1 : 0));
  return choices[nth - 1] ?? null;
}

// "Tesla", then "model 3": the make that was said before belongs to the model.
function withMake(name: string, state: DialogueState, classId: string, facts: BusinessFacts): string {
  const make = state.assetClassId === null ? state.assetName : '';
  if (make === '' || name.toLowerCase().includes(make.toLowerCase())) return name;
  const className = facts.assetClasses.find((row) => row.id === classId)?.name ?? '';
  return `${make} ${name === '' ? className.toLowerCase() : name}`.slice(0, 80);
}

// "Do you do leather?" asks; "with pet hair removal" and "yes to the pet hair" order.
function wantsAddOns(said: Understanding, state: DialogueState): boolean {
  return (
    said.addOnIds.length > 0 &&
    !said.intents.includes('service_question') &&
    (said.serviceIds.length > 0 || state.serviceId !== null)
  );
}

export function serviceOf(state: DialogueState, facts: BusinessFacts): Service | null {
  return facts.services.find((service) => service.id === state.serviceId) ?? null;
}

export function classOf(state: DialogueState, facts: BusinessFacts): AssetClass | null {
  return facts.assetClasses.find((row) => row.id === state.assetClassId) ?? null;
}

export function priceOf(service: Service, assetClassId: string): ServicePrice | null {
  return service.prices.find((price) => price.assetClassId === assetClassId) ?? null;
}

/** The classes a service is sold for. */
export function classesOf(serviceId: string | null, facts: BusinessFacts): readonly AssetClass[] {
  const service = facts.services.find((row) => row.id === serviceId);
  if (!service) return [];
  return facts.assetClasses.filter((row) => service.prices.some((price) => price.assetClassId === row.id));
}
