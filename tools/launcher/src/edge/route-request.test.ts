import { describe, expect, it } from 'vitest';
import { routeRequest } from './route-request.ts';

describe('the edge routes', () => {
  it.each([
    ['app.localhost:3000', '/clean-machine/inbox', 'web-admin'],
    ['APP.LOCALHOST.:3000', '/', 'web-admin'],
    ['app.localhost:3000', '/api', 'core-api'],
    ['app.localhost:3000', '/api/v1/me?x=1', 'core-api'],
    ['clean-machine.localhost:3000', '/api/v1/public/site', 'core-api'],
    ['app.localhost:3000', '/twilio/sms/incoming', 'telephony-gateway'],
    ['127.0.0.1:3000', '/twilio/status?id=1', 'telephony-gateway'],
    ['phone.localhost:3000', '/', 'stand-ins'],
    ['clean-machine.localhost:3000', '/', 'site-renderer'],
    ['nobody-knows.example', '/', 'site-renderer'],
    ['app.localhost.evil.example', '/', 'site-renderer'],
    ['app.localhost:3000', '/apiary', 'web-admin'],
    ['clean-machine.localhost:3000', '/?next=/api/', 'site-renderer'],
    ['clean-machine.localhost:3000', '//app.localhost/x', 'site-renderer'],
    ['clean-machine.localhost:3000', 'http://app.localhost/api/x', 'core-api'],
    [undefined, undefined, 'site-renderer'],
  ])('%s %s to %s', (host, path, target) => {
    expect(routeRequest(host, path)).toBe(target);
  });
});
