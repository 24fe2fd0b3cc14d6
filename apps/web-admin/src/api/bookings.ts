import type {
  Booking,
  CreateBookingBody,
  MoveBookingBody,
  SetBookingStatusBody,
} from '@servicepro/contracts/rest/scheduling';
import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';
import { noteServerNow } from './clock.ts';
import { keys } from './keys.ts';

export function useHome(tenantId: string) {
  const queryClient = useQueryClient();
  return useQuery({
    queryKey: keys.home(tenantId),
    queryFn: async ({ signal }) => {
      const params = { path: { tenantId } };
      const home = await answerOf(api.GET('/api/v1/tenants/{tenantId}/home', { params, signal }));
      noteServerNow(queryClient, home.today.now);
      return home;
    },
  });
}

/** One day of the calendar; no day is the business's own today. */
export function useCalendarDay(tenantId: string, day: string | null) {
  return useQuery(dayQuery(useQueryClient(), tenantId, day));
}

export function dayQuery(queryClient: QueryClient, tenantId: string, day: string | null) {
  return queryOptions({
    queryKey: keys.day(tenantId, day ?? 'today'),
    queryFn: async ({ signal }) => {
      const params = { path: { tenantId }, query: day ? { day } : {} };
      const answer = await answerOf(api.GET('/api/v1/tenants/{tenantId}/calendar', { params, signal }));
      noteServerNow(queryClient, answer.now);
      return answer;
    },
  });
}

export function moveBooking(tenantId: string, bookingId: string, body: MoveBookingBody): Promise<Booking> {
  const params = { path: { tenantId, bookingId } };
  return answerOf(api.POST('/api/v1/tenants/{tenantId}/bookings/{bookingId}/move', { params, body }));
}

/** Takes back the last move, also to a time that has passed meanwhile. */
export function undoMove(tenantId: string, bookingId: string, version: number): Promise<Booking> {
  const params = { path: { tenantId, bookingId } };
  return answerOf(
    api.POST('/api/v1/tenants/{tenantId}/bookings/{bookingId}/undo-move', { params, body: { version } }),
  );
}

export function setBookingStatus(
  tenantId: string,
  bookingId: string,
  body: SetBookingStatusBody,
): Promise<Booking> {
  const params = { path: { tenantId, bookingId } };
  return answerOf(api.POST('/api/v1/tenants/{tenantId}/bookings/{bookingId}/status', { params, body }));
}

export function createBooking(tenantId: string, body: CreateBookingBody): Promise<Booking> {
  return answerOf(api.POST('/api/v1/tenants/{tenantId}/bookings', { params: { path: { tenantId } }, body }));
}

export type SlotSearch = { serviceId: string; assetClassId: string; from: string; days: number };

export function useSlots(tenantId: string, search: SlotSearch | null) {
  return useQuery({
    queryKey: [...keys.slots(tenantId), search],
    queryFn: ({ signal }) => {
      const query = search ?? { serviceId: '', assetClassId: '' };
      return answerOf(
        api.GET('/api/v1/tenants/{tenantId}/slots', { params: { path: { tenantId }, query }, signal }),
      );
    },
    enabled: search !== null,
  });
}
