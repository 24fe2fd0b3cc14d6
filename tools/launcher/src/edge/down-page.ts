import type { ServerResponse } from 'node:http';

/** Says in words that a process behind the edge does not answer: 502, JSON where the caller wants JSON. */
export function answerDown(response: ServerResponse, target: string, accept: string | undefined): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const sentence = `${target} does not answer yet. It is started again by itself; try once more in a few seconds.`;
  const wantsPage = accept?.includes('text/html') ?? false;
  const problem = {
    type: 'about:blank',
    title: 'Bad Gateway',
    status: 502,
    code: 'edge.target_down',
    detail: sentence,
  };
  response.writeHead(502, {
    'content-type': wantsPage ? 'text/html; charset=utf-8' : 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': '2',
  });
  response.end(wantsPage ? page(sentence) : JSON.stringify(problem));
}

function page(sentence: string): string {
  const style =
    'font: 16px/1.5 system-ui, sans-serif; max-width: 36rem; margin: 15vh auto; padding: 0 1rem; color-scheme: light dark';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>One moment</title><body style="${style}"><h1>One moment</h1><p>${sentence}</p></body></html>`;
}
