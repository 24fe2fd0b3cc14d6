-- Messages between slices: written with the state they speak of, handed to the queue by the relay.
set lock_timeout = '2s';
set statement_timeout = '30s';

create table outbox (
  tenant_id uuid not null references tenants (id),
  id uuid not null default uuidv7(),
  type text not null check (type ~ '^[a-z-]+\.[a-z0-9-]+\.v[0-9]+$'),
  payload jsonb not null,
  available_at timestamptz not null default now(),
  hand_out_at timestamptz not null default now(),
  try integer not null default 0,
  created_at timestamptz not null default now(),
  done_at timestamptz,
  dead_at timestamptz,
  last_error text,
  primary key (tenant_id, id)
);
comment on column outbox.available_at is 'Not before this instant: joining pauses, reminders and quiet hours wait here, not in the queue.';
comment on column outbox.hand_out_at is 'When the relay hands it out next: available_at at first, then a re-sweep time that moves on with each try.';
comment on column outbox.try is 'How often it was handed out; part of the job id, so that a re-sweep is a new job.';
create unique index outbox_by_id on outbox (id);
create index outbox_due on outbox (hand_out_at) where done_at is null and dead_at is null;
create index outbox_due_by_tenant on outbox (tenant_id, hand_out_at) where done_at is null and dead_at is null;
create index outbox_done on outbox (done_at) where done_at is not null;
select protect_tenant_table('outbox', 'select, insert, update');
create policy relay on outbox for all to servicepro_relay using (true) with check (true);
grant select, update, delete on outbox to servicepro_relay;

-- available_at and hand_out_at start equal; one place keeps it so.
create function outbox_starts_at_available() returns trigger language plpgsql as $$
begin
  new.hand_out_at := new.available_at;
  return new;
end
$$;
create trigger outbox_starts_at_available before insert on outbox for each row execute function outbox_starts_at_available();

create table processed_messages (
  tenant_id uuid not null references tenants (id),
  outbox_id uuid not null,
  subscriber text not null,
  processed_at timestamptz not null default now(),
  primary key (tenant_id, outbox_id, subscriber),
  foreign key (tenant_id, outbox_id) references outbox (tenant_id, id) on delete cascade
);
comment on table processed_messages is 'What is done, by Postgres'' word: a handler writes its row in its own transaction, so that a second run is a no-op.';
select protect_tenant_table('processed_messages', 'select, insert');
create policy relay on processed_messages for all to servicepro_relay using (true) with check (true);
grant select, delete on processed_messages to servicepro_relay;
