-- Tier 0: the business itself, its phone, its people.
set lock_timeout = '2s';
set statement_timeout = '30s';

create table tenant_profiles (
  tenant_id uuid primary key references tenants (id),
  time_zone text not null check (length(time_zone) between 3 and 64),
  locale text not null default 'en-US',
  currency text not null default 'USD' check (currency ~ '^[A-Z]{3}$'),
  phone text not null,
  email text,
  brand_color text not null default '#0B6480' check (brand_color ~ '^#[0-9A-Fa-f]{6}$'),
  street text not null default '',
  city text not null default '',
  region text not null default '',
  postal_code text not null default '',
  country text not null default 'US',
  service_area text not null default '',
  slot_step_minutes integer not null default 30 check (slot_step_minutes between 5 and 240),
  notice_minutes integer not null default 60 check (notice_minutes between 0 and 43200),
  horizon_days integer not null default 60 check (horizon_days between 1 and 400),
  ai_is_on boolean not null default true,
  site_template text not null default 'gloss',
  site_content jsonb not null default '{}',
  updated_at timestamptz not null default now()
);
comment on column tenant_profiles.time_zone is 'IANA zone in which the business lives; instants are stored in UTC.';
comment on column tenant_profiles.notice_minutes is 'No slot is offered to a customer sooner than this.';
select protect_tenant_table('tenant_profiles', 'select, insert, update');

create table business_hours (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  weekday smallint not null check (weekday between 1 and 7),
  opens_local time not null,
  closes_local time not null check (closes_local > opens_local),
  primary key (tenant_id, id),
  unique (tenant_id, weekday, opens_local)
);
comment on column business_hours.weekday is 'ISO: 1 is Monday, 7 is Sunday. A weekday without a row is closed.';
select protect_tenant_table('business_hours');

create table holidays (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  day date not null,
  name text not null,
  primary key (tenant_id, id),
  unique (tenant_id, day)
);
select protect_tenant_table('holidays');

create table phone_accounts (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  account_id text not null,
  auth_token_sealed bytea not null,
  next_auth_token_sealed bytea,
  sealed_version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, account_id)
);
comment on column phone_accounts.auth_token_sealed is 'AES-256-GCM under the environment''s CREDENTIAL_KEY; bound to tenant, kind and version, so that a copied value does not open.';
comment on column phone_accounts.next_auth_token_sealed is 'During a rotation both tokens are valid.';
select protect_tenant_table('phone_accounts');

create table tenant_phone_config (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  number text not null check (number ~ '^\+[1-9][0-9]{6,14}$'),
  account_id text not null,
  messaging_service_id text,
  ivr_mode text not null default 'ai' check (ivr_mode in ('ai', 'menu', 'forward', 'voicemail', 'closed')),
  label text not null default '',
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, number),
  foreign key (tenant_id, account_id) references phone_accounts (tenant_id, account_id)
);
select protect_tenant_table('tenant_phone_config');

create table memberships (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  user_id text not null,
  role text not null check (role in ('owner', 'dispatcher', 'technician', 'viewer')),
  display_name text not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, user_id)
);
comment on column memberships.user_id is 'Id of the sign-in in the auth schema; a person may be a member of several tenants.';
select protect_tenant_table('memberships');

create table membership_addresses (
  user_id text not null,
  tenant_id uuid not null references tenants (id),
  primary key (user_id, tenant_id)
);
comment on table membership_addresses is 'Which tenants a signed-in person may enter, before there is a tenant. Written with memberships; the role stands there.';
grant select on membership_addresses to servicepro_platform, servicepro_app;
grant insert, delete on membership_addresses to servicepro_platform;

create table unrouted_messages (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  account_id text not null,
  provider_message_id text not null,
  from_address text not null,
  to_address text not null,
  messaging_service_id text,
  body text not null,
  reason text not null check (reason in ('unknown-address', 'service-and-number-disagree')),
  received_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
comment on table unrouted_messages is 'The root tenant''s inbox for what no tenant owns: kept as it came, no AI, no customer.';
create index unrouted_messages_by_time on unrouted_messages (tenant_id, received_at desc);
select protect_tenant_table('unrouted_messages', 'select, insert');
