import type { TimeScale } from '../bookings/time-scale.rules.ts';
import type { Place } from './timeline.rules.ts';

/** The row under a height and the minute under a left edge, in the window's pixels; the nearest row outside them. */
export function placeUnder(
  lanes: HTMLElement | null,
  left: number,
  y: number,
  scale: TimeScale,
): Place | null {
  const rows = [...(lanes?.querySelectorAll<HTMLElement>('[data-lane]') ?? [])];
  const boxes = rows.map((row) => ({ row, box: row.getBoundingClientRect() }));
  const distance = (box: DOMRect) => Math.max(box.top - y, y - box.bottom, 0);
  const [nearest] = boxes.sort((one, other) => distance(one.box) - distance(other.box));
  const track = nearest?.row.querySelector('[data-track]')?.getBoundingClientRect();
  const resourceId = nearest?.row.dataset.lane;
  if (!track || !resourceId || track.width === 0) return null;
  const fraction = (left - track.left) / track.width;
  return {
    resourceId,
    startMinutes: scale.startMinutes + fraction * (scale.endMinutes - scale.startMinutes),
  };
}
