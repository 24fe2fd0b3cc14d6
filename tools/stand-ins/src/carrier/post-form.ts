import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';

export interface FormAnswer {
  httpStatus: number;
  contentType: string;
  body: string;
}

/** Raised where no answer came: `timeout`, or the socket's own code. */
export class NoAnswerError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`no answer: ${code}`);
    this.name = 'NoAnswerError';
    this.code = code;
  }
}

const mostAnswerBytes = 64 * 1024;

// Browsers and curl take every *.localhost for this computer; Node asks the resolver, which may not know it.
const lookupLocalhost: LookupFunction = (_hostname, options, callback) =>
  options.all ? callback(null, [{ address: '127.0.0.1', family: 4 }]) : callback(null, '127.0.0.1', 4);

export interface FormPoster {
  /** Posts a form and reads the whole answer. Throws NoAnswerError. */
  post(
    url: string,
    fields: Readonly<Record<string, string>>,
    headers: Record<string, string>,
    timeoutMs: number,
  ): Promise<FormAnswer>;
  close(): void;
}

export function createFormPoster(): FormPoster {
  // A connection of its own for each: one that was kept may be closed by the other end just then, and the text lost.
  const agents = {
    'http:': new http.Agent({ keepAlive: false }),
    'https:': new https.Agent({ keepAlive: false }),
  };
  return {
    post(url, fields, headers, timeoutMs) {
      const target = new URL(url);
      const isTls = target.protocol === 'https:';
      const body = new URLSearchParams(fields).toString();
      const options = {
        method: 'POST',
        agent: isTls ? agents['https:'] : agents['http:'],
        headers: {
          'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'TwilioProxy/1.1',
          ...headers,
        },
        ...(target.hostname.endsWith('localhost') ? { lookup: lookupLocalhost } : {}),
      };
      return new Promise((resolve, reject) => {
        const request = (isTls ? https : http).request(target, options, (response) =>
          collect(response, resolve, fail),
        );
        const timer = setTimeout(() => fail('timeout'), timeoutMs);
        function fail(code: string): void {
          reject(new NoAnswerError(code));
          request.destroy();
        }
        request.on('error', (error) =>
          fail('code' in error && typeof error.code === 'string' ? error.code : 'ERROR'),
        );
        request.on('close', () => clearTimeout(timer));
        request.end(body);
      });
    },
    close() {
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}

function collect(
  response: http.IncomingMessage,
  resolve: (answer: FormAnswer) => void,
  fail: (code: string) => void,
): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > mostAnswerBytes) fail('TOO_LARGE');
    else chunks.push(chunk);
  });
  response.on('error', () => fail('ECONNRESET'));
  response.on('aborted', () => fail('ECONNRESET'));
  response.on('end', () =>
    resolve({
      httpStatus: response.statusCode ?? 0,
      contentType: response.headers['content-type'] ?? '',
      body: Buffer.concat(chunks).toString('utf8'),
    }),
  );
}
