import { defineErrors } from '@servicepro/service-kit/app-error';

export const schedulingErrors = defineErrors('scheduling', {
  slotTaken: { status: 409, message: 'That time has just been taken.' },
  unknownBooking: { status: 404, message: 'There is no such booking.' },
  unknownHold: { status: 404, message: 'This time is no longer kept for you. Choose a time again.' },
  unknownResource: { status: 404, message: 'There is no such technician, crew or bay.' },
  changedMeanwhile: { status: 409, message: 'Somebody changed this booking meanwhile. Look at it again.' },
  notMovable: { status: 409, message: 'A job that has begun, ended or been cancelled cannot be moved.' },
  statusNotAllowed: { status: 409, message: 'A booking cannot go from its present state to that one.' },
  nothingToUndo: { status: 409, message: 'There is no move of this booking to undo.' },
  keyReused: { status: 409, message: 'This idempotency key was used for another booking.' },
  dayOutOfRange: { status: 400, message: 'That day is too far away.' },
  badTime: { status: 400, message: 'A booking starts on a full minute.' },
  nonexistentLocalTime: { status: 400, message: 'The clocks skip that time on that day.' },
  timePast: { status: 400, message: 'That time has passed.' },
  tooSoon: { status: 400, message: 'That is sooner than this business takes bookings.' },
  beyondHorizon: { status: 400, message: 'That is further ahead than this business takes bookings.' },
  outsideHours: { status: 400, message: 'The business is closed at that time.' },
  cannotDoIt: { status: 400, message: 'That technician, crew or bay does not take this work.' },
});
