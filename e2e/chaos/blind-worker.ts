import { readEnv } from '@servicepro/ai-worker/env';
import { startWorker } from '@servicepro/ai-worker/start';

// A worker that never asks the carrier what became of a cut-off send: the kill test must see what it does wrong.
await startWorker(readEnv(), {
  wrapSms: (sms) => ({ ...sms, sendText: (input) => sms.sendText(input), findText: async () => null }),
});
