import { Problem } from '@servicepro/contracts/values';
import { type AppDatabase, withTenant } from '@servicepro/db';
import type { Clock } from '@servicepro/service-kit/clock';
import type { HttpApp } from '@servicepro/service-kit/http';
import type { TenantContext } from '@servicepro/tenant-context';
import { z } from 'zod';
import { undoAction } from './undo-action.ts';

export interface ReceptionistRoutesDeps {
  database: AppDatabase;
  clock: Clock;
  wakeRelay(): void;
  /** Tells the tenant's open screens what the undone action touched. */
  changed(context: TenantContext, touched: { conversationId: string; bookingId: string | null }): void;
}

/** What a person may do with the receptionist's work. */
export function receptionistRoutes(app: HttpApp, deps: ReceptionistRoutesDeps): void {
  app.post(
    '/api/v1/tenants/:tenantId/actions/:actionId/undo',
    {
      schema: {
        params: z.strictObject({ tenantId: z.string(), actionId: z.uuid() }),
        response: {
          200: z.strictObject({ ok: z.literal(true) }),
          400: Problem,
          401: Problem,
          403: Problem,
          404: Problem,
          409: Problem,
        },
      },
    },
    async ({ tenantContext, params }) => {
      const touched = await withTenant(deps.database, tenantContext, (db) =>
        undoAction(db, { actionId: params.actionId, now: deps.clock.now() }),
      );
      deps.wakeRelay();
      deps.changed(tenantContext, touched);
      return { ok: true as const };
    },
  );
}
