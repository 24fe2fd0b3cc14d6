import type { SmsProvider } from './sms-port.ts';

export interface TwilioSmsOptions {
  /** A stand-in's base URL; the vendor's own where absent. */
  baseUrl?: string | undefined;
  timeoutSeconds?: number;
}

export declare function createTwilioSms(options: TwilioSmsOptions): SmsProvider;
