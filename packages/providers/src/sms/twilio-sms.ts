import twilio from 'twilio';
import type { FindTextInput, SendTextInput, SentText, SmsAccount, SmsProvider } from './sms-port.ts';
import { smsStatusOf } from './sms-status.rules.ts';
import { readFault, sendFault } from './twilio-errors.ts';
import { TwilioRequestClient } from './twilio-request-client.ts';

export { TwilioRequestClient };

export interface TwilioSmsOptions {
  /** Where a stand-in listens, for example http://127.0.0.1:3006; the vendor's own hosts where absent. */
  baseUrl?: string | undefined;
  /** Until the answer is complete. Default 10. */
  timeoutSeconds?: number | undefined;
}

/** How far the vendor's clock may be behind ours. */
const clockSkewSeconds = 5;
/** Texts between two numbers within one attempt's time: far fewer than one page. */
const pageSize = 50;

/** The Twilio adapter: its own SDK, one try for each call. Credentials come with each call and are not kept. */
export function createTwilioSms(options: TwilioSmsOptions = {}): SmsProvider {
  const httpClient = new TwilioRequestClient(options.baseUrl, options.timeoutSeconds ?? 10);
  const messagesOf = (account: SmsAccount) =>
    twilio(account.sid, account.authToken, { httpClient, accountSid: account.sid }).messages;

  return {
    async sendText(input) {
      try {
        return sentTextOf(await messagesOf(input.account).create(fieldsOf(input)));
      } catch (error) {
        throw sendFault(error);
      }
    },
    async findText(input) {
      const since = input.sentAfter.subtract({ seconds: clockSkewSeconds });
      const route = { to: input.to, from: input.from, limit: pageSize, pageSize };
      try {
        const messages = messagesOf(input.account);
        const dated = await messages.list({ ...route, dateSentAfter: new Date(since.epochMilliseconds) });
        const match = findMatch(dated, input, since) ?? findMatch(await messages.list(route), input, since);
        return match ? sentTextOf(match) : null;
      } catch (error) {
        throw readFault(error);
      }
    },
  };
}

function fieldsOf(input: SendTextInput) {
  const service =
    input.messagingServiceSid === null ? {} : { messagingServiceSid: input.messagingServiceSid };
  return {
    to: input.to,
    from: input.from,
    body: input.body,
    statusCallback: input.statusCallbackUrl,
    ...service,
  };
}

interface ListedText {
  sid: string;
  body: string;
  direction: string;
  status: string;
  errorCode: number | null;
  dateCreated: Date | null;
}

// A text that still waits at the vendor has no DateSent, so the filter by it may leave it out: the caller lists once
// more without, and the time of creation decides here. The vendor's times are whole seconds.
function findMatch<Text extends ListedText>(
  listed: readonly Text[],
  wanted: FindTextInput,
  since: Temporal.Instant,
): Text | undefined {
  const sinceSeconds = Math.floor(since.epochMilliseconds / 1000);
  const matches = listed.filter(
    (text) =>
      text.body === wanted.body &&
      text.direction.startsWith('outbound') &&
      !wanted.exceptIds?.includes(text.sid) &&
      (text.dateCreated === null || Math.floor(text.dateCreated.getTime() / 1000) >= sinceSeconds),
  );
  return matches.at(-1);
}

function sentTextOf(text: Pick<ListedText, 'sid' | 'status' | 'errorCode'>): SentText {
  if (typeof text.sid !== 'string' || text.sid === '') throw new Error('The answer has no message id.');
  return {
    providerMessageId: text.sid,
    status: smsStatusOf(text.status) ?? 'queued',
    errorCode: text.errorCode === null || text.errorCode === undefined ? null : String(text.errorCode),
  };
}
