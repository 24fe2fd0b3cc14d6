import type { FastifyReply } from 'fastify';
import type { Carrier } from '../carrier/carrier.ts';
import { CarrierError, carrierErrors } from '../carrier/carrier-error.ts';
import type { FaultTarget } from '../carrier/faults.ts';

/** Makes a REST request late or refuses it, before anything is recorded, where a fault says so. */
export async function applyRequestFaults(carrier: Carrier, target: FaultTarget): Promise<void> {
  const delay = carrier.faults.take('delay-request', target);
  if (delay) await carrier.pause(delay.delayMs);
  const failure = carrier.faults.take('fail-request', target);
  if (!failure) return;
  if (failure.httpStatus === 429) throw carrierErrors.tooMany();
  throw new CarrierError(failure.code ?? 20500, 'The carrier was told to refuse this', failure.httpStatus);
}

/** What was asked for is recorded, but the caller hears nothing: its socket is destroyed. Returns whether it was. */
export function cutAfterAccepting(carrier: Carrier, target: FaultTarget, reply: FastifyReply): boolean {
  if (!carrier.faults.take('accept-then-cut', target)) return false;
  reply.hijack();
  reply.raw.socket?.destroy();
  return true;
}
