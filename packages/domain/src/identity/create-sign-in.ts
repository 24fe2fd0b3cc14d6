import type { Auth } from './create-auth.ts';

export interface SignInInput {
  name: string;
  email: string;
  password: string;
}

/**
 * Makes a sign-in for a person who is invited: sign-up itself is closed. Idempotent by e-mail: an existing person keeps
 * name and password. Answers the user's id.
 */
export async function createSignIn(auth: Auth, input: SignInInput): Promise<string> {
  const context = await auth.$context;
  const email = input.email.toLowerCase();
  const known = await context.internalAdapter.findUserByEmail(email);
  if (known) return known.user.id;
  const user = await context.internalAdapter.createUser(
    { name: input.name, email, emailVerified: true },
    { method: 'admin' },
  );
  const password = await context.password.hash(input.password);
  await context.internalAdapter.linkAccount({
    userId: user.id,
    accountId: user.id,
    providerId: 'credential',
    password,
  });
  return user.id;
}
