-- Tier 2: conversations and their messages.
set lock_timeout = '2s';
set statement_timeout = '30s';

create table conversations (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  contact_point_id uuid not null,
  customer_id uuid,
  tenant_number text not null,
  account_id text not null,
  messaging_service_id text,
  owner text not null default 'ai' check (owner in ('ai', 'person')),
  owned_by text,
  owned_until timestamptz,
  waiting_since timestamptz,
  waiting_reason text,
  dialogue jsonb not null default '{}',
  last_message_at timestamptz not null default now(),
  last_read_at timestamptz,
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, contact_point_id),
  foreign key (tenant_id, contact_point_id) references contact_points (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id)
);
comment on table conversations is 'One thread for each contact point of a tenant.';
comment on column conversations.owned_until is 'A person''s ownership ends by itself; null while owner is ai.';
comment on column conversations.waiting_since is 'Handed to a person and not answered yet: the AI is silent until then, however long it takes.';
comment on column conversations.dialogue is 'The deterministic brain''s state: what is being asked and which offers stand.';
create index conversations_by_activity on conversations (tenant_id, last_message_at desc, id desc);
create index conversations_waiting on conversations (tenant_id, waiting_since) where waiting_since is not null;
create index conversations_by_customer on conversations (tenant_id, customer_id);
select protect_tenant_table('conversations');

create table conversation_leases (
  tenant_id uuid not null references tenants (id),
  conversation_id uuid not null,
  fence bigint not null default 0,
  holder text,
  expires_at timestamptz,
  primary key (tenant_id, conversation_id),
  foreign key (tenant_id, conversation_id) references conversations (tenant_id, id)
);
comment on table conversation_leases is 'One worker takes a turn of a conversation at a time; the fence is checked by the send, so that a worker that was thought dead cannot answer.';
select protect_tenant_table('conversation_leases', 'select, insert, update');

create table turns (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  conversation_id uuid not null,
  fence bigint not null,
  brain text not null default 'rules',
  intents text[] not null default '{}',
  understood jsonb not null default '{}',
  outcome text not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, conversation_id) references conversations (tenant_id, id)
);
create index turns_by_conversation on turns (tenant_id, conversation_id, started_at desc);
select protect_tenant_table('turns');

create table messages (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  conversation_id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  author text not null check (author in ('customer', 'ai', 'person', 'system')),
  author_user_id text,
  purpose text not null default 'reply' check (purpose in ('inbound', 'reply', 'stop-confirmation', 'start-confirmation', 'help', 'notice')),
  body text not null,
  from_address text not null,
  to_address text not null,
  status text not null check (status in ('received', 'queued', 'sending', 'sent', 'delivered', 'undelivered', 'failed', 'suppressed', 'unknown')),
  status_reason text,
  error_code text,
  provider_message_id text,
  control text check (control in ('stop', 'start', 'help')),
  turn_id uuid,
  fence bigint,
  created_at timestamptz not null default now(),
  carrier_sent_at timestamptz,
  claimed_at timestamptz,
  sent_at timestamptz,
  delivered_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, conversation_id) references conversations (tenant_id, id),
  foreign key (tenant_id, turn_id) references turns (tenant_id, id)
);
comment on column messages.turn_id is 'Outbound: the turn that wrote it. Inbound: the turn that answered it; null is unanswered.';
comment on column messages.status is 'Every outbound message ends delivered, failed with a reason, suppressed, or unknown after a stated time.';
comment on column messages.claimed_at is 'Set before the provider is called; an unknown outcome is looked up from here on.';
create index messages_by_conversation on messages (tenant_id, conversation_id, created_at, id);
create index messages_unanswered on messages (tenant_id, conversation_id, created_at) where direction = 'in' and turn_id is null;
create index messages_by_turn on messages (tenant_id, turn_id);
create unique index messages_by_provider_id on messages (tenant_id, provider_message_id);
create index messages_undelivered on messages (tenant_id, created_at desc) where status in ('failed', 'undelivered', 'unknown');
select protect_tenant_table('messages');

create table parked_statuses (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  provider_message_id text not null,
  status text not null,
  error_code text,
  received_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
comment on table parked_statuses is 'Status callbacks that came before we knew the provider''s id; joined when we learn it.';
create index parked_statuses_by_message on parked_statuses (tenant_id, provider_message_id);
select protect_tenant_table('parked_statuses', 'select, insert, delete');
