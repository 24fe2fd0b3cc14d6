// First of all, so that it is set before a schema is made.
import './no-eval.ts';

export {
  BookingConfirmation,
  Hold,
  SlotAnswer,
  SlotTakenProblem,
} from '@servicepro/contracts/rest/scheduling';
