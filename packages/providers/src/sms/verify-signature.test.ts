import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import { type FormParams, verifySignature } from './verify-signature.ts';

/** Written from the vendor's page, not from the code under test. */
function oracle(token: string, url: string, params: FormParams): string {
  let text = url;
  const names = Object.keys(params);
  names.sort();
  for (const name of names) {
    const value = params[name] ?? '';
    const values = typeof value === 'string' ? [value] : [...new Set(value)].sort();
    for (const one of values) text += name + one;
  }
  return createHmac('sha1', token).update(Buffer.from(text, 'utf8')).digest('base64');
}

const token = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 });
const word = fc.string({ unit: 'grapheme', minLength: 0, maxLength: 24 });
const awkward = fc.constantFrom(
  '',
  '+',
  ' ',
  'a+b',
  '100%',
  '%2B',
  '&=',
  'é',
  'مرحبا',
  '🚗 wash',
  'a\nb',
  '"',
  "'",
);
const value = fc.oneof(word, awkward, fc.constantFrom('+15125550100', 'Can you wash my truck Friday?'));
const name = fc.oneof(
  fc.constantFrom('Body', 'From', 'To', 'MessageSid', 'AccountSid', 'NumMedia', 'Ünïcode', 'a', 'B', 'b'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }).filter((text) => text !== '__proto__'),
);
const fieldsWith = (repeated: fc.Arbitrary<string[]>): fc.Arbitrary<FormParams> =>
  fc.dictionary(name, fc.oneof({ weight: 6, arbitrary: value }, repeated), { maxKeys: 12 });
const params = fieldsWith(fc.array(value, { minLength: 2, maxLength: 4 }));
// A value that comes twice under one name is signed once, so a change that makes two of one could pass.
const distinctParams = fieldsWith(fc.uniqueArray(value, { minLength: 2, maxLength: 4 }));
const port = fc.constantFrom('', ':3000', ':8443', ':80', ':443');
const path = fc.constantFrom(
  '/twilio/sms/incoming',
  '/twilio/status',
  '/a/b.c/',
  '/',
  '/with%20space',
  "/it's",
);
const query = fc
  .array(fc.tuple(fc.constantFrom('m', 'Body', 'q', 'x y'), value), { maxLength: 3 })
  .map((pairs) => (pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`));
const url = fc
  .tuple(
    fc.constantFrom('http', 'https'),
    fc.constantFrom('app.localhost', 'hooks.example.com', '10.0.0.1'),
    port,
    path,
    query,
  )
  .map(([scheme, host, at, rest, search]) => `${scheme}://${host}${at}${rest}${search}`);

const stripPort = (text: string) => text.replace(/^(https?:\/\/[^/:?]+):\d+/, '$1');
const runs = { numRuns: 10_000 };

/** Replaces one byte-sized character by another one. */
function mutate(text: string, at: number, by: number): string {
  const index = at % text.length;
  const code = text.charCodeAt(index);
  const other = 33 + ((code + 1 + (by % 90)) % 94);
  const replacement = other === code ? 33 + ((other - 32) % 94) : other;
  return text.slice(0, index) + String.fromCharCode(replacement) + text.slice(index + 1);
}

describe('a webhook that the vendor signed', () => {
  it('is taken exactly when the oracle and the vendor’s own validator take it, 10,000 requests', () => {
    fc.assert(
      fc.property(
        token,
        url,
        params,
        fc.boolean(),
        fc.boolean(),
        (secret, address, fields, hasPort, isRight) => {
          const signedUrl = hasPort ? address : stripPort(address);
          const signature = oracle(isRight ? secret : `${secret}x`, signedUrl, fields);
          const mine = verifySignature({
            authTokens: [secret],
            url: address,
            signature,
            body: { kind: 'form', params: fields },
          });
          expect(mine).toBe(isRight);
          expect(mine).toBe(twilio.validateRequest(secret, signature, address, { ...fields }));
        },
      ),
      runs,
    );
  });

  it('is taken with a JSON body exactly when the vendor’s validator takes it', () => {
    fc.assert(
      fc.property(token, url, fc.json(), fc.boolean(), (secret, address, raw, isRight) => {
        const hash = createHash('sha256')
          .update(isRight ? raw : `${raw} `)
          .digest('hex');
        const signed = `${address}${address.includes('?') ? '&' : '?'}bodySHA256=${hash}`;
        const signature = oracle(secret, signed, {});
        const mine = verifySignature({
          authTokens: [secret],
          url: signed,
          signature,
          body: { kind: 'json', raw },
        });
        expect(mine).toBe(isRight);
        expect(mine).toBe(twilio.validateRequestWithBody(secret, signature, signed, raw));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is refused when one byte of its URL, a field’s name or value, the token or the signature differs, 10,000 times', () => {
    const part = fc.constantFrom('url', 'name', 'value', 'token', 'signature');
    fc.assert(
      fc.property(
        token,
        url,
        distinctParams,
        part,
        fc.nat(),
        fc.nat(),
        (secret, address, fields, changed, at, by) => {
          const request = {
            authTokens: [secret],
            url: address,
            signature: oracle(secret, address, fields),
            body: { kind: 'form' as const, params: fields },
          };
          expect(verifySignature(request)).toBe(true);
          const mutated = { ...request };
          if (changed === 'url') mutated.url = mutate(address, at, by);
          if (changed === 'token') mutated.authTokens = [mutate(secret, at, by)];
          if (changed === 'signature') mutated.signature = mutate(request.signature, at, by);
          if (changed === 'name' || changed === 'value') {
            const different = mutateField(fields, changed, at, by);
            fc.pre(different !== null);
            mutated.body = { kind: 'form', params: different ?? {} };
          }
          expect(verifySignature(mutated)).toBe(false);
        },
      ),
      runs,
    );
  });

  it('is refused for every one of its bytes', () => {
    const secret = '0123456789abcdef0123456789abcdef';
    const address = 'https://hooks.example.com/twilio/sms/incoming?m=0198a1c2';
    const fields = { Body: 'Tomorrow at 3?', From: '+15125550123', To: '+15125550100' };
    const signature = oracle(secret, address, fields);
    const body = { kind: 'form' as const, params: fields };
    for (let by = 0; by < 90; by += 7) {
      for (let at = 0; at < address.length; at += 1) {
        const request = { authTokens: [secret], url: mutate(address, at, by), signature, body };
        expect(verifySignature(request)).toBe(false);
      }
      for (let at = 0; at < signature.length; at += 1) {
        const request = { authTokens: [secret], url: address, signature: mutate(signature, at, by), body };
        expect(verifySignature(request)).toBe(false);
      }
    }
  });
});

function mutateField(fields: FormParams, part: 'name' | 'value', at: number, by: number): FormParams | null {
  const entries = Object.entries(fields);
  const index = at % Math.max(1, entries.length);
  const [key, content] = entries[index] ?? [];
  if (key === undefined || typeof content !== 'string' || (part === 'value' && content === '')) return null;
  const changed = part === 'name' ? mutate(key, at, by) : key;
  // Two fields of one name would be one field: that is another request, not one byte of this.
  if (part === 'name' && changed in fields) return null;
  const rest = entries.filter((_, other) => other !== index);
  return Object.fromEntries([...rest, [changed, part === 'value' ? mutate(content, at, by) : content]]);
}

describe('the account’s token', () => {
  const url0 = 'http://app.localhost:3000/twilio/sms/incoming';
  const body = { kind: 'form' as const, params: { Body: 'hi' } };

  it('may be either of two while it is being rotated', () => {
    const signature = oracle('new', url0, body.params);
    expect(verifySignature({ authTokens: ['old', 'new'], url: url0, signature, body })).toBe(true);
    expect(verifySignature({ authTokens: ['old'], url: url0, signature, body })).toBe(false);
  });

  it('is never nothing: no token, an empty one and no signature are refused', () => {
    const signature = oracle('', url0, body.params);
    expect(verifySignature({ authTokens: [], url: url0, signature, body })).toBe(false);
    expect(verifySignature({ authTokens: [''], url: url0, signature, body })).toBe(false);
    expect(verifySignature({ authTokens: ['t'], url: url0, signature: undefined, body })).toBe(false);
    expect(verifySignature({ authTokens: ['t'], url: url0, signature: '', body })).toBe(false);
  });
});
