-- What every tenant-owned table stands on: who the tenant is, and the one function that protects a table.
set lock_timeout = '2s';
set statement_timeout = '30s';

-- On a pooled connection an unset setting comes back as an empty string; both are an error, never an empty list.
create function app_tenant_id() returns uuid
language plpgsql stable parallel safe
set search_path = pg_catalog
as $$
declare
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
begin
  if tenant is null then
    raise exception 'no tenant is set' using errcode = '42501', hint = 'open the transaction with withTenant';
  end if;
  return tenant;
end
$$;
grant execute on function app_tenant_id() to servicepro_app;

-- Forced policy, grants and a tenant's own id as default: the same for every table that has tenant_id.
create function protect_tenant_table(target regclass, privileges text default 'select, insert, update, delete')
returns void
language plpgsql
as $$
begin
  execute format('alter table %s alter column tenant_id set default app_tenant_id()', target);
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy tenant_isolation on %s for all to servicepro_app using (tenant_id = app_tenant_id()) with check (tenant_id = app_tenant_id())', target);
  execute format('grant %s on %s to servicepro_app', privileges, target);
end
$$;
revoke execute on function protect_tenant_table(regclass, text) from public;

create table tenants (
  id uuid primary key default uuidv7(),
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  name text not null check (length(name) between 1 and 120),
  status text not null default 'active' check (status in ('active', 'suspended', 'cancelled')),
  is_root boolean not null default false,
  pack_id text not null,
  created_at timestamptz not null default now()
);
comment on table tenants is 'One row per business. A platform table: a tenant sees its own row only.';
create unique index tenants_one_root on tenants (is_root) where is_root;
alter table tenants enable row level security;
alter table tenants force row level security;
create policy own_row on tenants for select to servicepro_app using (id = app_tenant_id());
create policy platform_all on tenants for all to servicepro_platform using (true) with check (true);
grant select on tenants to servicepro_app;
grant select, insert, update on tenants to servicepro_platform;

create table tenant_addresses (
  kind text not null check (kind in ('phone', 'messaging_service', 'host', 'slug', 'root')),
  key text not null check (length(key) between 1 and 255),
  tenant_id uuid not null references tenants (id),
  created_at timestamptz not null default now(),
  primary key (kind, key)
);
comment on table tenant_addresses is 'From an address of the outside world to a tenant, before there is a tenant. A messaging service shared by several tenants has no row here.';
create index tenant_addresses_by_tenant on tenant_addresses (tenant_id);
grant select on tenant_addresses to servicepro_app, servicepro_relay;
grant select, insert, update, delete on tenant_addresses to servicepro_platform;

create table message_receipts (
  account_id text not null,
  provider_message_id text not null,
  received_at timestamptz not null default now(),
  primary key (account_id, provider_message_id)
);
comment on table message_receipts is 'A provider''s message is stored once, whichever URL it came by and however often: its ids are unique across tenants.';
grant select, insert on message_receipts to servicepro_app;

create table audit_log (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  at timestamptz not null default now(),
  actor_kind text not null check (actor_kind in ('user', 'ai', 'customer', 'system', 'platform')),
  actor_id text,
  action text not null,
  subject_kind text not null,
  subject_id uuid,
  detail jsonb not null default '{}',
  request_id text,
  primary key (tenant_id, id)
);
comment on table audit_log is 'Who did what to which row. Append-only: the app role may neither update nor delete.';
create index audit_log_by_subject on audit_log (tenant_id, subject_id, at desc);
select protect_tenant_table('audit_log', 'select, insert');
