import { detailing } from './detailing/detailing.data.ts';
import { lawnCare } from './lawn-care/lawn-care.data.ts';
import type { Pack } from './pack.schema.ts';

export { type MergedPack, mergePack } from './merge-pack.rules.ts';
export {
  Language,
  Pack,
  type PackAddOn,
  type PackAssetClass,
  type PackFaq,
  type PackPrice,
  type PackService,
  type PackSite,
  Setting,
  Text,
} from './pack.schema.ts';
export { PackOverrides } from './pack-overrides.schema.ts';
export { fillFaq, fillText, type SiteContent, siteContentIn, textIn } from './words.rules.ts';

/** Every industry pack, at its newest version. */
export const packs: readonly Pack[] = [detailing, lawnCare];

/** A pack by its id, or undefined: a tenant may be of a trade that has no pack yet. */
export function getPack(id: string): Pack | undefined {
  return packs.find((pack) => pack.id === id);
}
