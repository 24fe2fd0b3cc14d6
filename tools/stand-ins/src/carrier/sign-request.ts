import { createHmac } from 'node:crypto';

/** X-Twilio-Signature: the URL without its fragment, then each field's name and value in order of the names. */
export function signRequest(
  authToken: string,
  url: string,
  params: Readonly<Record<string, string>>,
): string {
  const fields = Object.keys(params)
    .sort()
    .map((name) => name + params[name])
    .join('');
  return createHmac('sha1', authToken)
    .update(url + fields, 'utf8')
    .digest('base64');
}
