-- Tier 2: bookings. The exclusion constraint, not code, is what keeps two customers out of one slot.
set lock_timeout = '2s';
set statement_timeout = '30s';

create table tenant_counters (
  tenant_id uuid not null references tenants (id),
  name text not null,
  value bigint not null,
  primary key (tenant_id, name)
);
comment on table tenant_counters is 'Numbers that people read, such as a booking''s J-2045: one sequence a tenant.';
select protect_tenant_table('tenant_counters', 'select, insert, update');

create table bookings (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  number bigint,
  status text not null check (status in ('held', 'booked', 'confirmed', 'in_progress', 'done', 'cancelled', 'no_show')),
  source text not null check (source in ('sms', 'voice', 'web', 'staff', 'import')),
  is_by_ai boolean not null default false,
  resource_id uuid not null,
  service_id uuid not null,
  asset_class_id uuid not null,
  customer_id uuid,
  asset_id uuid,
  asset_name text not null default '',
  address text not null default '',
  place text not null default '',
  notes text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  occupied_until timestamptz not null,
  occupied tstzrange not null generated always as (tstzrange(starts_at, occupied_until)) stored,
  total_cents integer check (total_cents >= 0),
  currency text not null default 'USD',
  expires_at timestamptz,
  idempotency_key text,
  conversation_id uuid,
  started_at timestamptz,
  finished_at timestamptz,
  cancelled_at timestamptz,
  cancel_reason text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  unique (tenant_id, idempotency_key),
  foreign key (tenant_id, resource_id) references resources (tenant_id, id),
  foreign key (tenant_id, service_id) references services (tenant_id, id),
  foreign key (tenant_id, asset_class_id) references asset_classes (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id),
  foreign key (tenant_id, asset_id) references assets (tenant_id, id),
  foreign key (tenant_id, conversation_id) references conversations (tenant_id, id),
  check (occupied_until >= ends_at),
  check ((status = 'held') = (expires_at is not null)),
  check (status = 'held' or (customer_id is not null and number is not null)),
  constraint bookings_no_overlap exclude using gist (tenant_id with =, resource_id with =, occupied with &&)
    where (status in ('held', 'booked', 'confirmed', 'in_progress', 'done'))
);
comment on table bookings is 'A hold is a booking that expires: it stands under the same constraint as what it becomes.';
comment on column bookings.occupied_until is 'ends_at and the buffer after it.';
comment on column bookings.version is 'Raised by every change; a move says which version it saw.';
create index bookings_by_start on bookings (tenant_id, starts_at);
create index bookings_by_resource on bookings (tenant_id, resource_id, starts_at);
create index bookings_by_customer on bookings (tenant_id, customer_id, starts_at desc);
create index bookings_by_service on bookings (tenant_id, service_id);
create index bookings_by_class on bookings (tenant_id, asset_class_id);
create index bookings_by_asset on bookings (tenant_id, asset_id);
create index bookings_by_conversation on bookings (tenant_id, conversation_id);
create index bookings_by_creation on bookings (tenant_id, created_at desc);
select protect_tenant_table('bookings');

create table booking_lines (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  booking_id uuid not null,
  kind text not null check (kind in ('service', 'add_on')),
  service_price_id uuid,
  add_on_id uuid,
  name text not null,
  duration_minutes integer not null check (duration_minutes >= 0),
  price_cents integer check (price_cents >= 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, booking_id) references bookings (tenant_id, id) on delete cascade,
  foreign key (tenant_id, service_price_id) references service_prices (tenant_id, id),
  foreign key (tenant_id, add_on_id) references add_ons (tenant_id, id)
);
comment on column booking_lines.price_cents is 'As confirmed when it was booked; null while the work has no confirmed price.';
create index booking_lines_by_booking on booking_lines (tenant_id, booking_id);
create index booking_lines_by_price on booking_lines (tenant_id, service_price_id);
create index booking_lines_by_add_on on booking_lines (tenant_id, add_on_id);
select protect_tenant_table('booking_lines');
