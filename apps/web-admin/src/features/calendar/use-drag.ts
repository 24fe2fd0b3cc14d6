import type { Booking, CalendarDay } from '@servicepro/contracts/rest/scheduling';
import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { TimeScale } from '../bookings/time-scale.rules.ts';
import { placeUnder } from './lane-geometry.ts';
import { placeByKey } from './place-by-key.ts';
import { listenToPointer } from './pointer-listening.ts';
import {
  type Conflict,
  canMove,
  conflictsAt,
  durationMinutesOf,
  type Fit,
  firstFit,
  type Place,
  placeOf,
  snapped,
} from './timeline.rules.ts';

export type ActiveDrag = { booking: Booking; place: Place; conflicts: Conflict[]; fit: Fit | null };

type Input = {
  day: CalendarDay;
  scale: TimeScale;
  now: Date;
  lanes: RefObject<HTMLDivElement | null>;
  isAllowed: boolean;
  onDrop: (booking: Booking, place: Place, conflicts: Conflict[]) => void;
};

export type DragHandlers = ReturnType<typeof useDrag>['handlers'];

/** A press that moves less than this is a click. */
const THRESHOLD_PX = 4;

type Lifted = { booking: Booking; place: Place; by: 'pointer' | 'keys' };

/** Moves a job by pointer or by arrow keys; both show the same and end the same way: dropped, or put back. */
export function useDrag(input: Input) {
  const { day, scale, now, lanes } = input;
  const latest = useRef(input);
  latest.current = input;
  const [lifted, setLifted] = useState<Lifted | null>(null);
  const liftedRef = useRef<Lifted | null>(null);
  const set = useCallback((next: Lifted | null) => {
    liftedRef.current = next;
    setLifted(next);
  }, []);

  const drop = useCallback(() => {
    const current = liftedRef.current;
    set(null);
    if (!current) return;
    const { day: today, scale: axis, onDrop } = latest.current;
    const start = placeOf(current.booking, axis);
    const isSame =
      start.resourceId === current.place.resourceId && start.startMinutes === current.place.startMinutes;
    if (!isSame) onDrop(current.booking, current.place, conflictsAt(current.booking, current.place, today));
  }, [set]);

  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const onPointerDown = useCallback(
    (event: PointerEvent<HTMLElement>, booking: Booking) => {
      const isTouch = event.pointerType === 'touch';
      if (event.button !== 0 || isTouch || !latest.current.isAllowed || !canMove(booking)) return;
      const grab = {
        x: event.clientX,
        y: event.clientY,
        offsetX: event.clientX - event.currentTarget.getBoundingClientRect().left,
      };
      stop.current = listenToPointer({
        onMove: (moved) => {
          const current = liftedRef.current;
          if (!current && Math.hypot(moved.clientX - grab.x, moved.clientY - grab.y) < THRESHOLD_PX) return;
          const { scale: axis, day: today, now: time } = latest.current;
          const under = placeUnder(lanes.current, moved.clientX - grab.offsetX, moved.clientY, axis);
          if (!under) return;
          const at = {
            ...under,
            startMinutes: snapped(axis, under.startMinutes, durationMinutesOf(booking)),
          };
          const fit = moved.shiftKey ? firstFit(booking, at, today, axis, time) : null;
          const place = fit ? { ...at, startMinutes: fit.startMinutes } : at;
          if (
            current?.place.resourceId === place.resourceId &&
            current.place.startMinutes === place.startMinutes
          )
            return;
          set({ booking, place, by: 'pointer' });
        },
        onUp: drop,
        onCancel: () => set(null),
        wasDragged: () => liftedRef.current !== null,
      });
    },
    [lanes, set, drop],
  );

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>, booking: Booking) => {
      const current =
        liftedRef.current?.by === 'keys' && liftedRef.current.booking.id === booking.id
          ? liftedRef.current
          : null;
      const { isAllowed: may, scale: axis, day: today, now: time } = latest.current;
      if (!may || !canMove(booking) || event.ctrlKey || event.metaKey || event.altKey) return;
      const from = current?.place ?? placeOf(booking, axis);
      const place = placeByKey(event.key, from, booking, today, axis, time);
      if (place) {
        event.preventDefault();
        set({ booking, place, by: 'keys' });
      } else if (current && (event.key === 'Enter' || event.key === ' ')) {
        event.preventDefault();
        drop();
      } else if (current && event.key === 'Escape') {
        event.preventDefault();
        set(null);
      }
    },
    [set, drop],
  );

  const onBlur = useCallback(() => {
    if (liftedRef.current?.by === 'keys') set(null);
  }, [set]);

  const active = useMemo<ActiveDrag | null>(
    () =>
      lifted && {
        booking: lifted.booking,
        place: lifted.place,
        conflicts: conflictsAt(lifted.booking, lifted.place, day),
        fit: firstFit(lifted.booking, lifted.place, day, scale, now),
      },
    [lifted, day, scale, now],
  );
  const handlers = useMemo(() => ({ onPointerDown, onKeyDown, onBlur }), [onPointerDown, onKeyDown, onBlur]);
  return { active, handlers };
}
