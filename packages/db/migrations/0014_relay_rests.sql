-- greatest() passes over nulls: with nothing waiting, nextDueMs was 0 and the relay asked again without a pause.
-- Now it is null, as it was meant, and the relay rests until it is woken or polls.
set lock_timeout = '2s';
set statement_timeout = '30s';

create or replace function relay_claim(most integer, most_per_tenant integer, most_in_flight integer, sweep_seconds numeric)
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
      select greatest(0, ceil(extract(epoch from due.first_at - clock_timestamp()) * 1000))
      from (select min(hand_out_at) as first_at from outbox
        where done_at is null and dead_at is null and hand_out_at > at) due
      where due.first_at is not null),
    'isHeldBack', exists (
      select from outbox where done_at is null and dead_at is null and hand_out_at <= at));
end
$$;
