-- Tier 1: what is sold and by whom it is done; who buys.
set lock_timeout = '2s';
set statement_timeout = '30s';

create table asset_classes (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  key text not null,
  name text not null,
  words text[] not null default '{}',
  position integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, key)
);
comment on table asset_classes is 'What the work is done on, by size or kind: a sedan, a quarter-acre lawn. Price and duration belong to service and class together.';
select protect_tenant_table('asset_classes');

create table services (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  key text not null,
  name text not null,
  description text not null default '',
  category text not null default 'general',
  words text[] not null default '{}',
  booking text not null default 'instant' check (booking in ('instant', 'quote_first', 'after_diagnostic')),
  is_mobile boolean not null default true,
  buffer_minutes integer not null default 0 check (buffer_minutes between 0 and 480),
  position integer not null default 0,
  is_active boolean not null default true,
  primary key (tenant_id, id),
  unique (tenant_id, key)
);
comment on column services.buffer_minutes is 'Kept free after the work, for the way to the next job.';
select protect_tenant_table('services');

create table service_prices (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  service_id uuid not null,
  asset_class_id uuid not null,
  duration_minutes integer not null check (duration_minutes between 5 and 1440),
  suggested_cents integer check (suggested_cents >= 0),
  price_cents integer check (price_cents >= 0),
  currency text not null default 'USD',
  confirmed_at timestamptz,
  confirmed_by text,
  primary key (tenant_id, id),
  unique (tenant_id, service_id, asset_class_id),
  foreign key (tenant_id, service_id) references services (tenant_id, id),
  foreign key (tenant_id, asset_class_id) references asset_classes (tenant_id, id),
  check ((confirmed_at is null) = (price_cents is null))
);
comment on column service_prices.suggested_cents is 'From the pack. Not quotable until the owner confirms a price.';
comment on column service_prices.price_cents is 'Confirmed by a person, or null. Only this may be told to a customer.';
create index service_prices_by_class on service_prices (tenant_id, asset_class_id);
select protect_tenant_table('service_prices');

create table add_ons (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  key text not null,
  name text not null,
  words text[] not null default '{}',
  duration_minutes integer not null default 0 check (duration_minutes between 0 and 1440),
  suggested_cents integer check (suggested_cents >= 0),
  price_cents integer check (price_cents >= 0),
  confirmed_at timestamptz,
  position integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, key),
  check ((confirmed_at is null) = (price_cents is null))
);
select protect_tenant_table('add_ons');

create table faqs (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  question text not null,
  answer text not null,
  position integer not null default 0,
  primary key (tenant_id, id)
);
select protect_tenant_table('faqs');

create table resources (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('technician', 'crew', 'bay', 'van')),
  name text not null,
  short_name text not null default '',
  label text not null default '',
  position integer not null default 0,
  takes_mobile boolean not null default true,
  takes_shop boolean not null default true,
  is_bookable boolean not null default true,
  user_id text,
  primary key (tenant_id, id)
);
comment on column resources.is_bookable is 'False: only staff place work here by hand, it is never offered.';
select protect_tenant_table('resources');

create table resource_time_off (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  resource_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  reason text not null default '',
  primary key (tenant_id, id),
  foreign key (tenant_id, resource_id) references resources (tenant_id, id)
);
create index resource_time_off_by_time on resource_time_off (tenant_id, resource_id, ends_at);
select protect_tenant_table('resource_time_off');

create table customers (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  name text not null default '',
  language text not null default 'en',
  notes text not null default '',
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index customers_by_name on customers using gin (name gin_trgm_ops);
select protect_tenant_table('customers');

create table contact_points (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('phone', 'email')),
  value text not null check (length(value) between 3 and 254),
  customer_id uuid,
  opted_out_at timestamptz,
  opted_out_by text,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, kind, value),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id)
);
comment on table contact_points is 'A phone or an e-mail. Known as soon as it writes to us; belongs to a customer once we know whose it is.';
comment on column contact_points.opted_out_at is 'STOP. Claiming a message for sending locks this row, so that nothing leaves after it is set.';
create index contact_points_by_customer on contact_points (tenant_id, customer_id);
select protect_tenant_table('contact_points');

create table consents (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  contact_point_id uuid not null,
  purpose text not null check (purpose in ('service', 'marketing')),
  is_given boolean not null,
  source text not null,
  words text not null default '',
  at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, contact_point_id) references contact_points (tenant_id, id)
);
comment on table consents is 'Append-only ledger: what was agreed or withdrawn, in which words, where and when.';
create index consents_by_contact_point on consents (tenant_id, contact_point_id, at desc);
select protect_tenant_table('consents', 'select, insert');

create table assets (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  customer_id uuid not null,
  asset_class_id uuid not null,
  name text not null,
  notes text not null default '',
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id),
  foreign key (tenant_id, asset_class_id) references asset_classes (tenant_id, id)
);
create index assets_by_customer on assets (tenant_id, customer_id);
create index assets_by_class on assets (tenant_id, asset_class_id);
select protect_tenant_table('assets');
