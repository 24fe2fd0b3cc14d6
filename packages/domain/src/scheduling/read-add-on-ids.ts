import { Id } from '@servicepro/contracts/values';
import { catalogErrors } from '../catalog/index.ts';

/** Ids as a query has them, comma-separated. Throws `catalog.unknown-add-on` for what cannot be one. */
export function readAddOnIds(text: string | undefined): string[] {
  if (!text) return [];
  const ids = text.split(',');
  if (!ids.every((id) => Id.safeParse(id).success)) throw catalogErrors.unknownAddOn();
  return ids;
}
