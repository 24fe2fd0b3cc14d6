export const dynamic = 'force-dynamic';

/** The process answers; it says nothing about core-api, without which kept pages still go out. */
export function GET(): Response {
  return Response.json({ status: 'ok' });
}
