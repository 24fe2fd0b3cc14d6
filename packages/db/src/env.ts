/** The test server's administrator URL. Set by `npm test`; without it there is nothing to test on. */
export function readTestAdminUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url)
    throw new Error(
      'TEST_DATABASE_URL is not set: run the tests by "npm test", which starts a database for them',
    );
  return url;
}
