-- Tier 3: what the receptionist did, and the rows behind what it said.
set lock_timeout = '2s';
set statement_timeout = '30s';

create table actions (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  conversation_id uuid not null,
  turn_id uuid,
  message_id uuid,
  name text not null check (name ~ '^[a-z_]+(\.[a-z_]+)?$'),
  risk text not null check (risk in ('read', 'reversible', 'confirm', 'staff', 'system')),
  input jsonb not null default '{}',
  result jsonb not null default '{}',
  verdict text not null check (verdict in ('allowed', 'refused')),
  verdict_reason text,
  summary text not null default '',
  booking_id uuid,
  inverse jsonb,
  undone_at timestamptz,
  duration_ms integer not null default 0,
  at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, conversation_id) references conversations (tenant_id, id),
  foreign key (tenant_id, turn_id) references turns (tenant_id, id),
  foreign key (tenant_id, message_id) references messages (tenant_id, id),
  foreign key (tenant_id, booking_id) references bookings (tenant_id, id)
);
comment on table actions is 'Nothing changes without a logged, typed action: what was proposed, what the policy said, what came of it.';
create index actions_by_conversation on actions (tenant_id, conversation_id, at);
create index actions_by_turn on actions (tenant_id, turn_id);
create index actions_by_message on actions (tenant_id, message_id);
create index actions_by_booking on actions (tenant_id, booking_id);
select protect_tenant_table('actions');

create table message_facts (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  message_id uuid not null,
  position integer not null,
  kind text not null,
  value text not null,
  label text not null,
  detail text not null default '',
  source_table text not null,
  source_id uuid,
  start_offset integer not null,
  end_offset integer not null,
  primary key (tenant_id, id),
  unique (tenant_id, message_id, position),
  foreign key (tenant_id, message_id) references messages (tenant_id, id)
);
comment on table message_facts is 'Each figure or time in an AI message with the row that backs it. No row, no figure.';
select protect_tenant_table('message_facts', 'select, insert');
