import type { Pool } from '@servicepro/db';
import { betterAuth } from 'better-auth';

export interface AuthOptions {
  /** The auth role's pool: its own search_path points at the auth schema; made with `instants: 'date'`. */
  pool: Pool;
  secret: string;
  /** Where the dashboard lives, such as https://app.example.com: the only origin that may sign in. */
  appOrigin: string;
  /** Behind a TLS edge the cookie is Secure and carries the __Host- prefix. */
  isSecure: boolean;
}

/**
 * Sign-in for staff, agencies and owners. Customers of a tenant are not among these people. Sign-up is closed: people are
 * invited. Sessions last 7 days, idle at most 1 day between renewals.
 */
export function createAuth(options: AuthOptions) {
  return betterAuth({
    appName: 'ServicePro',
    baseURL: options.appOrigin,
    basePath: '/api/auth',
    secret: options.secret,
    database: options.pool,
    trustedOrigins: [options.appOrigin],
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    session: { expiresIn: 7 * 24 * 3600, updateAge: 24 * 3600 },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 60,
      customRules: { '/sign-in/email': { window: 60, max: 10 } },
    },
    advanced: {
      // The library's own prefix for TLS is __Secure-, which a page of a sibling host could still overwrite.
      useSecureCookies: false,
      cookiePrefix: options.isSecure ? '__Host-better-auth' : 'better-auth',
      defaultCookieAttributes: { secure: options.isSecure },
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
      database: { generateId: 'uuid' },
    },
    logger: { level: 'error' },
  });
}

export type Auth = ReturnType<typeof createAuth>;
