import { PriceConfirmed } from '@servicepro/contracts/messages';
import { recordAudit, type TenantDb } from '@servicepro/db';
import { enqueue } from '@servicepro/db/outbox';
import { catalogErrors } from './catalog.errors.ts';
import { lockPrice, updateConfirmedPrice } from './prices.repository.ts';

/**
 * Confirms a price of service and asset class, the suggested one or another: from now on it may be told to customers.
 * The site follows by `catalog.price-confirmed.v1`. Throws `catalog.unknown-price` (404). Confirming again sets anew.
 */
export async function confirmPrice(
  db: TenantDb,
  input: { priceId: string; priceCents: number; now: Temporal.Instant },
): Promise<{ serviceId: string; priceCents: number }> {
  const before = await lockPrice(db, input.priceId);
  if (!before) throw catalogErrors.unknownPrice();
  const { actor } = db.context;
  await updateConfirmedPrice(db, {
    priceId: input.priceId,
    priceCents: input.priceCents,
    confirmedAt: input.now,
    confirmedBy: 'id' in actor && actor.id !== null ? actor.id : actor.kind,
  });
  await recordAudit(db, {
    action: 'catalog.confirm-price',
    subjectKind: 'service_price',
    subjectId: input.priceId,
    detail: { beforeCents: before.priceCents, afterCents: input.priceCents },
  });
  await enqueue(db, PriceConfirmed, { serviceId: before.serviceId });
  return { serviceId: before.serviceId, priceCents: input.priceCents };
}
