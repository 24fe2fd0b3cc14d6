import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { pagePolicy } from './page-policy.ts';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the content security policy of a page', () => {
  test('allows its inline scripts and styles by their hashes, and no other', () => {
    const policy = pagePolicy(
      '<style>a{}</style><script>one()</script><script src="/x.js" async=""></script>',
    );
    expect(policy).toContain(`script-src 'self' ${hashOf('one()')};`);
    expect(policy).toContain(`style-src 'self' ${hashOf('a{}')};`);
    expect(policy).not.toContain('unsafe');
  });

  test('a block of data needs no hash', () => {
    expect(pagePolicy('<script type="application/ld+json">{"a":1}</script>')).toContain("script-src 'self';");
  });

  test('a script that only looks as if it had a source is hashed', () => {
    expect(pagePolicy('<script data-src="x">two()</script>')).toContain(hashOf('two()'));
  });

  test('frames, plugins and another base are not allowed', () => {
    const policy = pagePolicy('');
    for (const rule of [
      "default-src 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ]) {
      expect(policy).toContain(rule);
    }
  });
});
