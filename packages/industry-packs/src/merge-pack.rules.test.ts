import { describe, expect, test } from 'vitest';
import { getPack, mergePack, Pack, type PackOverrides } from './index.ts';

function detailing(): Pack {
  const pack = getPack('detailing');
  if (pack === undefined) throw new Error('the detailing pack is missing');
  return pack;
}

const overrides: PackOverrides = {
  assetClasses: { van: { isHidden: true } },
  services: {
    full_interior: { durationMinutes: { suv: 120 }, addWords: ['inside detail'], bufferMinutes: 20 },
    exterior_clay: { name: { en: 'Clay and shine' } },
    paint_multi_step: { isHidden: true },
  },
  addOns: { pet_hair: { name: { en: 'Pet hair' } }, leather: { isHidden: true } },
  faqs: { rain: { answer: { en: 'We move you to the next dry day.' } } },
  site: { headline: { en: 'Clean, and there on time.' } },
};

const service = (pack: Pack, key: string) => pack.services.find((item) => item.key === key);

describe("a pack with a tenant's overrides", () => {
  test('is the pack itself where nothing is overridden', () => {
    expect(mergePack(detailing(), {})).toEqual({ pack: detailing(), orphans: [] });
  });

  test('keeps every field that was not overridden, and still keeps to the schema', () => {
    const { pack, orphans } = mergePack(detailing(), overrides);
    expect(Pack.parse(pack)).toEqual(pack);
    expect(orphans).toEqual([]);
    expect(service(pack, 'full_interior')?.prices.suv?.durationMinutes).toBe(120);
    expect(service(pack, 'full_interior')?.prices.sedan).toEqual(
      service(detailing(), 'full_interior')?.prices.sedan,
    );
    expect(service(pack, 'full_interior')?.words).toContain('inside detail');
    expect(service(pack, 'exterior_clay')?.name.en).toBe('Clay and shine');
    expect(pack.site.headline.en).toBe('Clean, and there on time.');
    expect(pack.site.lead).toEqual(detailing().site.lead);
  });

  test('drops what is hidden, and everything that pointed to it', () => {
    const { pack } = mergePack(detailing(), overrides);
    expect(service(pack, 'paint_multi_step')).toBeUndefined();
    expect(pack.services.every((item) => item.prices.van === undefined)).toBe(true);
    expect(pack.upsells.some((item) => item.offer.key === 'leather')).toBe(false);
  });

  test('changes neither the pack nor the overrides, and gives the same twice', () => {
    const before = structuredClone(detailing());
    const overridesBefore = structuredClone(overrides);
    expect(mergePack(detailing(), overrides)).toEqual(mergePack(detailing(), overrides));
    expect(detailing()).toEqual(before);
    expect(overrides).toEqual(overridesBefore);
  });

  test("laid over a newer version, keeps the tenant's words and takes the pack's news", () => {
    const old = detailing();
    const newer: Pack = {
      ...old,
      version: 2,
      services: old.services.map((item) =>
        item.key === 'exterior_clay'
          ? { ...item, name: { en: 'Decontamination' }, description: { en: 'Newly described.' } }
          : item,
      ),
    };
    const { pack } = mergePack(newer, overrides);
    expect(pack.version).toBe(2);
    expect(service(pack, 'exterior_clay')?.name.en).toBe('Clay and shine');
    expect(service(pack, 'exterior_clay')?.description.en).toBe('Newly described.');
  });

  test('reports overrides whose target is gone instead of losing them', () => {
    const old = detailing();
    const without: Pack = { ...old, services: old.services.filter((item) => item.key !== 'exterior_clay') };
    expect(mergePack(without, overrides).orphans).toEqual(['services.exterior_clay']);
  });

  test("appends a tenant's own service, but never under a key of the pack", () => {
    const own = service(detailing(), 'fleet_wash');
    if (own === undefined) throw new Error('the fleet wash is missing');
    const { pack } = mergePack(detailing(), {
      addedServices: [
        { ...own, key: 'boat_wash', name: { en: 'Boat wash' } },
        { ...own, key: 'ceramic', name: { en: 'Not this' } },
      ],
    });
    expect(pack.services.at(-1)?.key).toBe('boat_wash');
    expect(pack.services.filter((item) => item.key === 'ceramic').map((item) => item.name.en)).toEqual([
      'Ceramic coating',
    ]);
  });
});
