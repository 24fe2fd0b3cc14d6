import type { FastifyRequest } from 'fastify';
import type { Carrier } from '../carrier/carrier.ts';
import type { Account } from '../carrier/records.ts';
import { authenticate, enterAccount } from './authenticate.ts';
import { field, formOf } from './wire-format.ts';

type AnyRequest = Pick<FastifyRequest, 'headers' | 'params' | 'url'>;

/** A parameter of the path. */
export function parameterOf(request: AnyRequest, name: string): string {
  return field(formOf(request.params), name);
}

/** The account a 2010 request is about, its caller checked. */
export function accountOf(carrier: Carrier, request: AnyRequest): Account {
  const caller = authenticate(carrier, request.headers.authorization);
  return enterAccount(carrier, caller, parameterOf(request, 'accountSid'));
}
