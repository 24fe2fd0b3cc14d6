import { z } from 'zod';

const Scope = {
  accountSid: z.string().max(64).optional(),
  /** One of the carrier's numbers, E.164. */
  number: z.string().max(20).optional(),
  /** For the next N; then it is gone. */
  count: z.int().min(1).max(1_000_000).optional(),
  /** For so many of a hundred. */
  percent: z.number().gt(0).max(100).optional(),
};
const webhooks = { ...Scope, of: z.enum(['inbound', 'status', 'any']).default('any') };
const requests = { ...Scope, operation: z.enum(['send', 'read', 'any']).default('send') };
const milliseconds = z.int().min(0).max(120_000);

/** What can be made to go wrong. Without account, number, count and percent: always and for all. */
export const FaultRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('delay-webhook'), delayMs: milliseconds, ...webhooks }),
  z.strictObject({
    kind: z.literal('duplicate-webhook'),
    copies: z.int().min(1).max(20).default(1),
    ...webhooks,
  }),
  z.strictObject({ kind: z.literal('reorder-webhook'), windowMs: milliseconds.default(800), ...webhooks }),
  z.strictObject({ kind: z.literal('drop-webhook'), ...webhooks }),
  z.strictObject({ kind: z.literal('delay-request'), delayMs: milliseconds, ...requests }),
  z.strictObject({
    kind: z.literal('fail-request'),
    httpStatus: z.int().min(400).max(599),
    code: z.int().min(1).max(99_999).optional(),
    ...requests,
  }),
  z.strictObject({ kind: z.literal('accept-then-cut'), ...Scope }),
  z.strictObject({
    kind: z.literal('fail-message'),
    errorCode: z.int().min(1).max(99_999).default(30003),
    status: z.enum(['failed', 'undelivered']).default('undelivered'),
    ...Scope,
  }),
]);
export type FaultRequest = z.infer<typeof FaultRequest>;
export type FaultKind = FaultRequest['kind'];
export type Fault = FaultRequest & { id: string };
type FaultOf<Kind extends FaultKind> = Extract<FaultRequest, { kind: Kind }> & { id: string };

export interface FaultTarget {
  accountSid: string;
  /** The numbers that take part. */
  numbers: readonly string[];
  of?: 'inbound' | 'status';
  operation?: 'send' | 'read';
}

export interface FaultBook {
  add(request: FaultRequest): Fault;
  list(): readonly Fault[];
  /** Removes one by id, those of a number, or all. Returns how many went. */
  clear(filter: { id?: string | undefined; number?: string | undefined }): number;
  /** The first fault of a kind that strikes here, counted down; null where none does. */
  take<Kind extends FaultKind>(kind: Kind, target: FaultTarget): FaultOf<Kind> | null;
}

export function createFaultBook(random: () => number): FaultBook {
  let faults: Fault[] = [];
  let lastId = 0;
  return {
    add(request) {
      lastId += 1;
      const fault: Fault = { ...request, id: `F${lastId}` };
      faults.push(fault);
      return fault;
    },
    list: () => faults,
    clear({ id, number }) {
      const before = faults.length;
      faults = faults.filter((fault) => (id ? fault.id !== id : number ? fault.number !== number : false));
      return before - faults.length;
    },
    take(kind, target) {
      const fault = faults.find(
        (candidate) => isOfKind(candidate, kind) && strikes(candidate, target, random),
      );
      if (!fault || !isOfKind(fault, kind)) return null;
      if (fault.count !== undefined) {
        fault.count -= 1;
        if (fault.count <= 0) faults = faults.filter((candidate) => candidate !== fault);
      }
      return fault;
    },
  };
}

/** A fault whose `kind` is this one has that kind's fields: the union is discriminated by it. */
function isOfKind<Kind extends FaultKind>(fault: Fault, kind: Kind): fault is FaultOf<Kind> {
  return fault.kind === kind;
}

function strikes(fault: Fault, target: FaultTarget, random: () => number): boolean {
  if (fault.accountSid !== undefined && fault.accountSid !== target.accountSid) return false;
  if (fault.number !== undefined && !target.numbers.includes(fault.number)) return false;
  if ('of' in fault && fault.of !== 'any' && fault.of !== target.of) return false;
  if ('operation' in fault && fault.operation !== 'any' && fault.operation !== target.operation) return false;
  return fault.percent === undefined || random() * 100 < fault.percent;
}
