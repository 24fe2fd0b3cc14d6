import autocannon from 'autocannon';

export interface Load {
  readonly url: string;
  readonly connections: number;
  /** Requests in all. */
  readonly amount: number;
  readonly headers?: Record<string, string>;
  /** What to post, each once; without it the page is read. */
  readonly forms?: readonly Form[];
}

export interface Form {
  readonly body: string;
  readonly headers: Record<string, string>;
}

const lookMs = 100;

/** Answers in a second. Throws unless each one was a 2xx. */
export async function requestRate({ forms, ...load }: Load): Promise<number> {
  const { url, amount } = load;
  const { promise, resolve, reject } = Promise.withResolvers<autocannon.Result>();
  const began = performance.now();
  let endedAt = began;
  const running = autocannon(
    { ...load, sampleInt: lookMs, ...(forms ? posting(forms) : {}) },
    (error, result) => (error ? reject(error) : resolve(result)),
  );
  // It looks only now and then whether it is done; the last answer says when it was.
  running.on('response', () => {
    endedAt = performance.now();
  });
  const result = await promise;
  if (result['2xx'] !== amount || result.errors > 0)
    throw new Error(`${url}: ${result['2xx']} of ${amount} were answered well, ${result.errors} not at all`);
  return (amount * 1_000) / (endedAt - began);
}

function posting(forms: readonly Form[]): Pick<autocannon.Options, 'method' | 'requests'> {
  let next = 0;
  return {
    method: 'POST',
    requests: [
      {
        setupRequest(request) {
          const form = forms[next++ % forms.length];
          return { ...request, body: form?.body, headers: { ...request.headers, ...form?.headers } };
        },
      },
    ],
  };
}
