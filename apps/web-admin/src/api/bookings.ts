import type { Home } from '@servicepro/contracts/rest/home';
import type {
  Booking,
  CalendarDay,
  CreateBookingBody,
  MoveBookingBody,
  SetBookingStatusBody,
  SlotAnswer,
} from '@servicepro/contracts/rest/scheduling';
import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { change, read } from './client.ts';
import { noteServerNow } from './clock.ts';
import { keys } from './keys.ts';

const base = (tenantId: string) => `/api/v1/tenants/${tenantId}`;

export function useHome(tenantId: string) {
  const queryClient = useQueryClient();
  return useQuery({
    queryKey: keys.home(tenantId),
    queryFn: async ({ signal }) => {
      const home = await read<Home>(`${base(tenantId)}/home`, { signal });
      noteServerNow(queryClient, home.today.now);
      return home;
    },
  });
}

/** One day of the calendar. `today` asks for the business's own today. */
export function useCalendarDay(tenantId: string, day: string | null) {
  const queryClient = useQueryClient();
  return useQuery(dayQuery(queryClient, tenantId, day));
}

export function dayQuery(queryClient: QueryClient, tenantId: string, day: string | null) {
  return queryOptions({
    queryKey: keys.day(tenantId, day ?? 'today'),
    queryFn: async ({ signal }) => {
      const answer = await read<CalendarDay>(`${base(tenantId)}/calendar`, {
        query: { day: day ?? undefined },
        signal,
      });
      noteServerNow(queryClient, answer.now);
      return answer;
    },
  });
}

export function moveBooking(tenantId: string, bookingId: string, body: MoveBookingBody): Promise<Booking> {
  return change<Booking>('POST', `${base(tenantId)}/bookings/${bookingId}/move`, body);
}

export function setBookingStatus(
  tenantId: string,
  bookingId: string,
  body: SetBookingStatusBody,
): Promise<Booking> {
  return change<Booking>('POST', `${base(tenantId)}/bookings/${bookingId}/status`, body);
}

export function createBooking(tenantId: string, body: CreateBookingBody): Promise<Booking> {
  return change<Booking>('POST', `${base(tenantId)}/bookings`, body);
}

export function readSlots(
  tenantId: string,
  query: { serviceId: string; assetClassId: string; from?: string | undefined; days: number },
  signal?: AbortSignal,
): Promise<SlotAnswer> {
  return read<SlotAnswer>(`${base(tenantId)}/slots`, { query, signal });
}
