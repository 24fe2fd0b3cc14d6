import twilio from 'twilio';
import type VendorClient from 'twilio/lib/base/RequestClient.js';
import type VendorResponse from 'twilio/lib/http/response.js';
import { SmsError } from './sms-error.ts';

/** The SDK's own HTTP client, sent to another base URL where one is configured. Never retries. */
export class TwilioRequestClient extends twilio.RequestClient {
  readonly #baseUrl: string | null;

  constructor(baseUrl: string | undefined, timeoutSeconds: number) {
    super({ timeout: timeoutSeconds * 1000, autoRetry: false, keepAlive: true });
    this.#baseUrl = baseUrl?.replace(/\/+$/, '') ?? null;
  }

  override async request<Body>(
    options: VendorClient.RequestOptions<Body>,
  ): Promise<VendorResponse.default<Body>> {
    const response = await super.request({ ...options, uri: this.#rewrite(options.uri) });
    // The SDK's exception drops the headers, and with them how long to wait.
    if (response.statusCode === 429) throw rateLimited(response.headers);
    return response;
  }

  #rewrite(uri: string): string {
    if (this.#baseUrl === null) return uri;
    const { pathname, search } = new URL(uri);
    return this.#baseUrl + pathname + search;
  }
}

function rateLimited(headers: unknown): SmsError {
  const value =
    headers !== null && typeof headers === 'object' && 'retry-after' in headers
      ? headers['retry-after']
      : null;
  const seconds = Number(value);
  return new SmsError('The carrier takes no more texts for the moment.', {
    kind: 'rate-limited',
    vendorCode: '20429',
    httpStatus: 429,
    retryAfterSeconds: value !== null && Number.isFinite(seconds) && seconds >= 0 ? seconds : null,
  });
}
