/** Why a request to a webhook did not succeed. */
export type WebhookFailure = 'connect' | 'timeout' | '4xx' | '5xx' | 'bad-twiml';

export interface ConnectionRules {
  /** The URL that is requested and signed: without its fragment. */
  url: string;
  /** More tries of the same URL before the fallback. */
  retries: number;
  retriedFailures: ReadonlySet<WebhookFailure>;
  readTimeoutMs: number;
}

const longestReadMs = 15_000;
const policies: Readonly<Record<string, readonly WebhookFailure[]>> = {
  ct: ['connect'],
  rt: ['timeout'],
  '4xx': ['4xx'],
  '5xx': ['5xx'],
  all: ['connect', 'timeout', '4xx', '5xx'],
};

/**
 * What a webhook's URL says in its fragment (`#rc=2&rp=5xx,rt&rt=5000`); by default one try and 15 s.
 * Source: https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
export function connectionRules(configured: string): ConnectionRules {
  const [url = '', fragment = ''] = configured.split('#', 2);
  const overrides = new URLSearchParams(fragment);
  const named = (overrides.get('rp') ?? 'ct').split(',').flatMap((policy) => policies[policy.trim()] ?? []);
  return {
    url,
    retries: bounded(overrides.get('rc'), 0, 5, 0),
    retriedFailures: new Set(named),
    readTimeoutMs: bounded(overrides.get('rt'), 100, longestReadMs, longestReadMs),
  };
}

function bounded(text: string | null, least: number, most: number, fallback: number): number {
  const value = Number(text);
  return text === null || !Number.isInteger(value) ? fallback : Math.min(most, Math.max(least, value));
}
