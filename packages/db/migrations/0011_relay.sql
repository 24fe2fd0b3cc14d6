-- How the relay hands out: fair between tenants, with a cap in flight for each, and a count of failures apart from tries.
set lock_timeout = '2s';
set statement_timeout = '30s';

alter table outbox add column failures integer not null default 0;
comment on column outbox.failures is 'How often a handler failed; a re-sweep alone is none. At five the row is dead.';
alter table outbox add column handed_out_at timestamptz;
comment on column outbox.handed_out_at is 'Set while a worker may be at it: counts as in flight for its tenant until done, failed, or due again.';
-- Migrations run in a transaction, and the table is small before the first release.
-- squawk-ignore require-concurrent-index-creation
create index outbox_in_flight on outbox (hand_out_at, tenant_id) where handed_out_at is not null and done_at is null and dead_at is null;
-- squawk-ignore require-concurrent-index-creation
create index outbox_dead on outbox (tenant_id, dead_at) where dead_at is not null;

-- Claims due rows in one statement's transaction. One claim at a time, so that the caps hold over all relays.
-- A row is given back by itself when its new hand_out_at comes: sweep_seconds after now, doubled with each try, 10 min at most.
-- answer: {rows: [{id, tenantId, type, try}], nextDueMs: until the next row is due or null, isHeldBack: due rows wait for a free place}
create function relay_claim(most integer, most_per_tenant integer, most_in_flight integer, sweep_seconds numeric)
returns jsonb
language plpgsql
set search_path = public, pg_temp
as $$
declare
  at timestamptz;
  handed jsonb;
begin
  perform pg_advisory_xact_lock(7266010);
  at := clock_timestamp();

  with recursive tenant(id) as (
    (select tenant_id from outbox where done_at is null and dead_at is null order by tenant_id limit 1)
    union all
    select (select o.tenant_id from outbox o where o.done_at is null and o.dead_at is null and o.tenant_id > t.id order by o.tenant_id limit 1)
    from tenant t where t.id is not null
  ), in_flight as materialized (
    select tenant_id, count(*) as jobs from outbox
    where handed_out_at is not null and done_at is null and dead_at is null and hand_out_at > at
    group by tenant_id
  ), due as (
    select d.id, d.hand_out_at, coalesce(f.jobs, 0) + d.place as place
    from tenant t
    left join in_flight f on f.tenant_id = t.id
    cross join lateral (
      select o.id, o.hand_out_at, row_number() over (order by o.hand_out_at, o.id) as place
      from (
        select id, hand_out_at from outbox
        where tenant_id = t.id and done_at is null and dead_at is null and hand_out_at <= at
        order by hand_out_at, id limit greatest(0, most_per_tenant - coalesce(f.jobs, 0))
      ) o
    ) d
    where t.id is not null
    order by place, d.hand_out_at
    limit greatest(0, least(most, most_in_flight - (select coalesce(sum(jobs), 0) from in_flight)))
  ), mine as (
    select o.tenant_id, o.id from outbox o join due d on d.id = o.id
    where o.done_at is null and o.dead_at is null and o.hand_out_at <= at
    for update of o skip locked
  ), claimed as (
    update outbox o
    set try = o.try + 1, handed_out_at = at,
        hand_out_at = at + make_interval(secs => least(600, sweep_seconds * power(2, least(o.try, 10))))
    from mine where o.tenant_id = mine.tenant_id and o.id = mine.id
    returning o.id, o.tenant_id, o.type, o.try
  )
  select coalesce(jsonb_agg(jsonb_build_object('id', id, 'tenantId', tenant_id, 'type', type, 'try', try)), '[]')
  into handed from claimed;

  return jsonb_build_object(
    'rows', handed,
    'nextDueMs', (
      select greatest(0, ceil(extract(epoch from min(hand_out_at) - clock_timestamp()) * 1000)) from outbox
      where done_at is null and dead_at is null and hand_out_at > at),
    'isHeldBack', exists (
      select from outbox where done_at is null and dead_at is null and hand_out_at <= at));
end
$$;

-- A handler failed: another time after a pause, or dead with its reason. Answer: whether it is dead now.
create function relay_fail(message uuid, reason text, pause_ms numeric, most_failures integer) returns boolean
language sql
set search_path = public, pg_temp
as $$
  update outbox
  set failures = failures + 1, last_error = left(reason, 500), handed_out_at = null,
      hand_out_at = clock_timestamp() + make_interval(secs => pause_ms / 1000),
      dead_at = case when failures + 1 >= most_failures then clock_timestamp() end
  where id = message and done_at is null and dead_at is null
  returning dead_at is not null
$$;

revoke execute on function relay_claim(integer, integer, integer, numeric), relay_fail(uuid, text, numeric, integer) from public;
grant execute on function relay_claim(integer, integer, integer, numeric), relay_fail(uuid, text, numeric, integer) to servicepro_relay;
