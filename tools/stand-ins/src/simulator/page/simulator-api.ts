export interface BusinessLine {
  number: string;
  name: string;
  slug: string | null;
  tenantId: string | null;
  brandColor: string | null;
  timeZone: string | null;
  note: string | null;
  trySaying: string[];
}

export interface Config {
  appOrigin: string;
  clockShiftMs: number;
  hasTrail: boolean;
  newPerson: string;
  businesses: BusinessLine[];
  people: { number: string; name: string }[];
}

export interface Bubble {
  sid: string;
  isMine: boolean;
  body: string;
  at: string;
  deliveredAt: string | null;
  isLost: boolean;
  sequence: number;
}

export interface ActiveFault {
  id: string;
  kind: string;
  number?: string;
}

async function request<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(path, init);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

const post = <Answer>(path: string, body: unknown) =>
  request<Answer>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const query = (values: Record<string, string>) => new URLSearchParams(values).toString();

/** The stand-in's own routes, on this page's origin. */
export const simulatorApi = {
  readConfig: () => request<Config>('/__sim/config'),
  readThread: (number: string, person: string) =>
    request<{ bubbles: Bubble[] }>(`/__sim/thread?${query({ number, person })}`),
  readTrail: <Trail>(tenantId: string, phone: string) =>
    request<{ trail: Trail | null }>(`/__sim/trail?${query({ tenantId, phone })}`),
  eventsUrl: (number: string, person: string) => `/__sim/events?${query({ number, person })}`,
  sendText: (from: string, to: string, body: string) =>
    post<{ sid: string }>('/__control/texts', { from, to, body }),
  readFaults: () => request<{ faults: ActiveFault[] }>('/__control/faults'),
  addFault: (fault: Record<string, unknown>) => post<ActiveFault>('/__control/faults', fault),
  clearFaults: (number: string) =>
    request<unknown>(`/__control/faults?${query({ number })}`, { method: 'DELETE' }),
};
