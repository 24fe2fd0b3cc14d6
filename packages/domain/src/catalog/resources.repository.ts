import type { TenantDb } from '@servicepro/db';

/** A technician, crew, bay or van: what a booking takes up. */
export interface CatalogResource {
  readonly id: string;
  readonly kind: 'technician' | 'crew' | 'bay' | 'van';
  readonly name: string;
  readonly shortName: string;
  readonly label: string;
  readonly takesMobile: boolean;
  readonly takesShop: boolean;
  /** False: only staff place work here by hand; it is never offered. */
  readonly isBookable: boolean;
}

/** All resources of the tenant in their order, which is also the order in which a free one is offered. */
export async function findResources(db: TenantDb): Promise<CatalogResource[]> {
  return db
    .selectFrom('resources')
    .select([
      'id',
      'kind',
      'name',
      'short_name as shortName',
      'label',
      'takes_mobile as takesMobile',
      'takes_shop as takesShop',
      'is_bookable as isBookable',
    ])
    .orderBy('position')
    .orderBy('id')
    .limit(500)
    .execute();
}
