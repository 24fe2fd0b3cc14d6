-- Sign-in of staff, agencies and owners: better-auth's tables in a schema of their own, as its version 1.7 wants them,
-- and the one question that every staff request asks of a tenant.
set lock_timeout = '2s';
set statement_timeout = '30s';

create table auth."user" (
  "id" uuid not null primary key default gen_random_uuid(),
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);

create table auth."session" (
  "id" uuid not null primary key default gen_random_uuid(),
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references auth."user" ("id") on delete cascade
);
create index "session_userId_idx" on auth."session" ("userId");

create table auth."account" (
  "id" uuid not null primary key default gen_random_uuid(),
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
create index "account_userId_idx" on auth."account" ("userId");

create table auth."verification" (
  "id" uuid not null primary key default gen_random_uuid(),
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index "verification_identifier_idx" on auth."verification" ("identifier");

grant usage on schema auth to servicepro_auth;
grant select, insert, update, delete on auth."user", auth."session", auth."account", auth."verification" to servicepro_auth;

-- input: user_id; answer: {role, name, slug, status, time_zone, ...} of this person in this tenant, or null: not a member,
-- or no such tenant. Both are the same 404.
create function tenant_find_membership(tenant uuid, input jsonb) returns jsonb
language plpgsql stable
set search_path = public, pg_temp
as $$
begin
  perform set_config('app.tenant_id', tenant::text, true);
  return (
    select jsonb_build_object(
      'id', t.id, 'slug', t.slug, 'name', t.name, 'status', t.status, 'role', m.role, 'display_name', m.display_name,
      'city', p.city, 'region', p.region, 'time_zone', p.time_zone, 'locale', p.locale, 'currency', p.currency,
      'brand_color', p.brand_color, 'ai_is_on', p.ai_is_on,
      'number', (select f.number from tenant_phone_config f order by f.created_at, f.id limit 1))
    from memberships m
    join tenants t on t.id = m.tenant_id
    join tenant_profiles p on p.tenant_id = m.tenant_id
    where m.user_id = input ->> 'user_id'
  );
end
$$;
revoke execute on function tenant_find_membership(uuid, jsonb) from public;
grant execute on function tenant_find_membership(uuid, jsonb) to servicepro_app;
