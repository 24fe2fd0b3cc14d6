import type { Auth } from '@servicepro/domain/identity';

export interface SeedUser {
  email: string;
  name: string;
}

/** Makes the sign-ins that are not there yet, and answers every one's id by e-mail. Passwords of known people stay. */
export async function ensureUsers(
  auth: Auth,
  people: readonly SeedUser[],
  password: string,
): Promise<Map<string, string>> {
  const { internalAdapter, password: passwords } = await auth.$context;
  // One hash for all who are made now: it is one printed password, and each hash costs a tenth of a second.
  let hash: Promise<string> | undefined;
  const distinct = [...new Map(people.map((person) => [person.email, person])).values()];
  const ids = await Promise.all(
    distinct.map(async ({ email, name }) => {
      const known = await internalAdapter.findUserByEmail(email);
      if (known) return [email, known.user.id] as const;
      hash ??= passwords.hash(password);
      const user = await internalAdapter.createUser(
        { email, name, emailVerified: true },
        { method: 'admin' },
      );
      await internalAdapter.linkAccount({
        userId: user.id,
        accountId: user.id,
        providerId: 'credential',
        password: await hash,
      });
      return [email, user.id] as const;
    }),
  );
  return new Map(ids);
}
