import type { Pack, PackAddOn, PackAssetClass, PackFaq, PackService } from './pack.schema.ts';
import type { PackOverrides } from './pack-overrides.schema.ts';

export type MergedPack = {
  pack: Pack;
  /** Overrides whose target this version no longer has, as `services.old_key`: kept by the tenant, shown, not applied. */
  orphans: string[];
};

type Keyed = { key: string };
type Change = { isHidden?: boolean | undefined };

/** Applies one kind's changes by key, drops what is hidden, and appends what the tenant added under new keys. */
function mergeByKey<Item extends Keyed, Edit extends Change>(
  items: readonly Item[],
  edits: Readonly<Record<string, Edit>>,
  added: readonly Item[],
  apply: (item: Item, edit: Edit) => Item,
): Item[] {
  const kept = items.flatMap((item) => {
    const edit = Object.hasOwn(edits, item.key) ? edits[item.key] : undefined;
    if (edit === undefined) return [item];
    return edit.isHidden === true ? [] : [apply(item, edit)];
  });
  const taken = new Set(items.map((item) => item.key));
  return [...kept, ...added.filter((item) => !taken.has(item.key))];
}

function orphansOf(
  kind: string,
  items: readonly Keyed[],
  edits: Readonly<Record<string, unknown>>,
): string[] {
  const keys = new Set(items.map((item) => item.key));
  return Object.keys(edits)
    .filter((key) => !keys.has(key))
    .map((key) => `${kind}.${key}`);
}

function withWords(words: readonly string[], more: readonly string[] | undefined): string[] {
  return [...new Set([...words, ...(more ?? [])])];
}

type Edits<Kind extends 'assetClasses' | 'services' | 'addOns' | 'faqs'> = NonNullable<
  PackOverrides[Kind]
>[string];

function editClass(item: PackAssetClass, edit: Edits<'assetClasses'>): PackAssetClass {
  return { ...item, name: edit.name ?? item.name, words: withWords(item.words, edit.addWords) };
}

function editService(item: PackService, edit: Edits<'services'>): PackService {
  const durations = edit.durationMinutes ?? {};
  return {
    ...item,
    name: edit.name ?? item.name,
    description: edit.description ?? item.description,
    words: withWords(item.words, edit.addWords),
    booking: edit.booking ?? item.booking,
    isMobile: edit.isMobile ?? item.isMobile,
    bufferMinutes: edit.bufferMinutes ?? item.bufferMinutes,
    prices: Object.fromEntries(
      Object.entries(item.prices).map(([classKey, price]) => [
        classKey,
        { ...price, durationMinutes: durations[classKey] ?? price.durationMinutes },
      ]),
    ),
  };
}

function editAddOn(item: PackAddOn, edit: Edits<'addOns'>): PackAddOn {
  return {
    ...item,
    name: edit.name ?? item.name,
    words: withWords(item.words, edit.addWords),
    durationMinutes: edit.durationMinutes ?? item.durationMinutes,
  };
}

function editFaq(item: PackFaq, edit: Edits<'faqs'>): PackFaq {
  return { ...item, question: edit.question ?? item.question, answer: edit.answer ?? item.answer };
}

/** Drops prices of hidden classes and upsells whose service or offer is gone, so that no key dangles. */
function withoutDangling(pack: Pack): Pack {
  const classes = new Set(pack.assetClasses.map((item) => item.key));
  const services = new Set(pack.services.map((item) => item.key));
  const addOns = new Set(pack.addOns.map((item) => item.key));
  return {
    ...pack,
    services: pack.services.map((service) => ({
      ...service,
      prices: Object.fromEntries(Object.entries(service.prices).filter(([key]) => classes.has(key))),
    })),
    upsells: pack.upsells.filter(
      ({ service, offer }) =>
        services.has(service) && (offer.kind === 'add_on' ? addOns : services).has(offer.key),
    ),
  };
}

/**
 * A pack as one tenant has it: overrides win over the pack, field by field; what the tenant added is appended;
 * a pack's own key is never replaced by an added one. Pure: neither argument is changed, and the same overrides
 * can be laid over a newer version.
 */
export function mergePack(pack: Pack, overrides: PackOverrides): MergedPack {
  const classes = overrides.assetClasses ?? {};
  const services = overrides.services ?? {};
  const addOns = overrides.addOns ?? {};
  const faqs = overrides.faqs ?? {};
  const merged = withoutDangling({
    ...pack,
    assetClasses: mergeByKey(pack.assetClasses, classes, [], editClass),
    services: mergeByKey(pack.services, services, overrides.addedServices ?? [], editService),
    addOns: mergeByKey(pack.addOns, addOns, overrides.addedAddOns ?? [], editAddOn),
    faqs: mergeByKey(pack.faqs, faqs, overrides.addedFaqs ?? [], editFaq),
    site: { ...pack.site, ...overrides.site },
  });
  const orphans = [
    ...orphansOf('assetClasses', pack.assetClasses, classes),
    ...orphansOf('services', pack.services, services),
    ...orphansOf('addOns', pack.addOns, addOns),
    ...orphansOf('faqs', pack.faqs, faqs),
  ];
  return { pack: merged, orphans };
}
