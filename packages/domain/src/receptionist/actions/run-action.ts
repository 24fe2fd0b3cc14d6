import { recordAudit, type TenantDb } from '@servicepro/db';
import { findOrCreateCustomerByPhone, optOut, setCustomerName } from '../../customers/index.ts';
import { findSlots, holdSlot, releaseHold } from '../../scheduling/index.ts';
import { localMoment } from '../reply/figures.rules.ts';
import { type ActionRun, type ActionScope, takenOr } from './action-run.rules.ts';
import type { ActionInput, Proposal } from './action-schemas.rules.ts';
import { bookVisit } from './book-visit.ts';
import { quoteOf } from './quote.rules.ts';

/** Runs one action that the policy allowed, in the turn's transaction. A taken slot is a result; every other error is thrown. */
export async function runAction(
  db: TenantDb,
  scope: ActionScope,
  { name, input }: Proposal,
): Promise<ActionRun> {
  switch (name) {
    case 'find_slots':
      return runFindSlots(db, scope, input);
    case 'quote_price': {
      const quote = quoteOf(scope.facts, input);
      return {
        result: { quote },
        summary: quote?.totalCents == null ? 'No confirmed price' : 'Price from the price list',
      };
    }
    case 'hold_slot':
      return runHold(db, scope, input);
    case 'release_hold': {
      const wasReleased = await releaseHold(db, { holdId: input.holdId });
      return { result: { wasReleased }, summary: 'Gave the held time back' };
    }
    case 'book':
      return bookVisit(db, scope, input);
    case 'upsert_contact_field':
      return runSetName(db, scope, input);
    case 'hand_off':
      await recordAudit(db, {
        action: 'receptionist.hand-off',
        subjectKind: 'conversation',
        subjectId: scope.conversationId,
      });
      return { result: { isHandedOff: true }, summary: `Handed to the team: ${input.reason}` };
    case 'opt_out':
      await optOut(db, {
        contactPointId: scope.contactPointId,
        source: input.source,
        words: scope.words,
        now: scope.now,
      });
      return { result: { isOptedOut: true }, summary: 'Opted out of texts' };
    default:
      return input satisfies never;
  }
}

async function runFindSlots(
  db: TenantDb,
  scope: ActionScope,
  input: ActionInput<'find_slots'>,
): Promise<ActionRun> {
  const answer = await findSlots(db, { ...input, now: scope.now });
  const count = answer.days.reduce((sum, day) => sum + day.slots.length, 0);
  return {
    result: { days: answer.days },
    summary: `${counted(count, 'open time')} in ${counted(input.days, 'day')} from ${input.from}`,
  };
}

async function runHold(
  db: TenantDb,
  scope: ActionScope,
  input: ActionInput<'hold_slot'>,
): Promise<ActionRun> {
  const { offer, ...work } = input;
  try {
    const { hold } = await holdSlot(db, {
      ...work,
      startsAt: Temporal.Instant.from(offer.startsAt),
      resourceId: offer.resourceId,
      source: 'sms',
      isByAi: true,
      conversationId: scope.conversationId,
      now: scope.now,
    });
    const at = localMoment(Temporal.Instant.from(hold.startsAt), scope.facts.timeZone, 'en');
    return {
      result: { outcome: 'held', holdId: hold.id },
      summary: `${at.day}, ${at.time}, ${offer.resourceName}, held for 10 min`,
    };
  } catch (cause) {
    return { result: takenOr(cause), summary: 'That time was taken meanwhile' };
  }
}

async function runSetName(
  db: TenantDb,
  scope: ActionScope,
  input: ActionInput<'upsert_contact_field'>,
): Promise<ActionRun> {
  if (scope.customerId === null) {
    await findOrCreateCustomerByPhone(db, {
      phone: scope.phone,
      country: scope.country,
      name: input.value,
      now: scope.now,
    });
  } else {
    await setCustomerName(db, { customerId: scope.customerId, name: input.value });
  }
  return { result: { isSet: true }, summary: `Name: ${input.value}` };
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
