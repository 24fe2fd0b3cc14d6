import { expect, it } from 'vitest';
import { returnPath, signInPath } from './return-path.ts';

it('leads back to the page that asked for sign-in', () => {
  const path = signInPath('/clean-machine/inbox', '?thread=1');
  expect(path).toBe('/sign-in?next=%2Fclean-machine%2Finbox%3Fthread%3D1');
  expect(returnPath('/clean-machine/inbox?thread=1')).toBe('/clean-machine/inbox?thread=1');
});

it('never leads to another site or back to sign-in itself', () => {
  for (const next of [
    'https://evil.test/',
    '//evil.test',
    '/\\evil.test',
    'javascript:alert(1)',
    '/\tx',
    '/sign-in',
    null,
  ]) {
    expect(returnPath(next)).toBeNull();
  }
});
