import type { IncomingHttpHeaders } from 'node:http';

/** Headers by which a client could pretend to be another host, address or route; Next's internal ones among them. */
const claims =
  /^(x-forwarded-.*|forwarded|x-real-ip|x-client-ip|true-client-ip|cf-connecting-ip|x-middleware-.*|x-now-route-matches|x-matched-path|x-invoke-.*)$/;

export interface ClientFacts {
  host: string | undefined;
  address: string | undefined;
  isEncrypted: boolean;
}

/** Drops what the client claims about itself and writes down what is so. Changes the headers in place. */
export function setForwardedHeaders(headers: IncomingHttpHeaders, facts: ClientFacts): void {
  for (const name of Object.keys(headers)) if (claims.test(name)) delete headers[name];
  headers['x-forwarded-host'] = facts.host ?? '';
  headers['x-forwarded-proto'] = facts.isEncrypted ? 'https' : 'http';
  headers['x-forwarded-for'] = facts.address ?? '';
}
