-- A reply that is sent twice is stored once; a carrier's word that somebody opted out is an opt-out, however it comes;
-- a number that is nobody's answers a sender once a day and never a STOP.
set lock_timeout = '2s';
set statement_timeout = '30s';

alter table messages add column idempotency_key text;
comment on column messages.idempotency_key is 'Of a person''s reply: the same key again is the same message.';
-- Migrations run in a transaction, and the table is small before the first release.
-- squawk-ignore require-concurrent-index-creation
create unique index messages_by_idempotency_key on messages (tenant_id, idempotency_key) where idempotency_key is not null;

-- As before, and: a carrier that says 21610 (the recipient opted out with it) opts the recipient out with us, in the same
-- statement. A message sent by a messaging service gets that word in a report only.
-- input:  message_id? (ours, from the callback URL), provider_message_id, status (ours), error_code?, reason?
-- answer: {outcome: 'applied' | 'older' | 'parked', conversation_id?}
create or replace function tenant_apply_text_status(tenant uuid, input jsonb) returns jsonb
language plpgsql
set search_path = public, pg_temp
as $$
declare
  target record;
  new_rank integer := text_status_rank(input ->> 'status');
begin
  perform set_config('app.tenant_id', tenant::text, true);

  if input ->> 'error_code' = '21610' then
    perform carrier_opt_out((input ->> 'message_id')::uuid, input ->> 'provider_message_id');
  end if;

  select m.* into target from messages m
  where m.direction = 'out' and (m.provider_message_id = input ->> 'provider_message_id'
    or (m.id = (input ->> 'message_id')::uuid and m.provider_message_id is null))
  for no key update;
  if not found then
    insert into parked_statuses (provider_message_id, status, error_code)
    values (input ->> 'provider_message_id', input ->> 'status', input ->> 'error_code');
    return jsonb_build_object('outcome', 'parked');
  end if;

  if new_rank <= text_status_rank(target.status) then
    update messages set provider_message_id = coalesce(provider_message_id, input ->> 'provider_message_id')
    where id = target.id and provider_message_id is null;
    return jsonb_build_object('outcome', 'older', 'conversation_id', target.conversation_id);
  end if;

  update messages
  set status = input ->> 'status',
      provider_message_id = coalesce(provider_message_id, input ->> 'provider_message_id'),
      error_code = case when input ->> 'status' = 'delivered' then null else coalesce(input ->> 'error_code', error_code) end,
      status_reason = case when input ->> 'status' = 'delivered' then null else coalesce(input ->> 'reason', status_reason) end,
      sent_at = coalesce(sent_at, clock_timestamp()),
      delivered_at = case when input ->> 'status' = 'delivered' then clock_timestamp() else delivered_at end
  where id = target.id;
  return jsonb_build_object('outcome', 'applied', 'conversation_id', target.conversation_id);
end
$$;

-- Inside a tenant. Before the message's own lock: claiming a text takes the contact point's first, too. Once: the ledger
-- gets a row only where the opt-out is new. A report on a text that was sent before a later START is of no account.
create function carrier_opt_out(message uuid, carrier_id text) returns void
language sql
set search_path = public, pg_temp
as $$
  with opted_out as (
    update contact_points p set opted_out_at = clock_timestamp(), opted_out_by = 'carrier'
    from conversations c join messages m on m.conversation_id = c.id
    where p.id = c.contact_point_id and p.opted_out_at is null and m.direction = 'out'
      and (m.provider_message_id = carrier_id or (m.id = message and m.provider_message_id is null))
      and not exists (
        select from messages s where s.conversation_id = c.id and s.control = 'start' and s.created_at > m.created_at)
    returning p.id
  )
  insert into consents (contact_point_id, purpose, is_given, source, words)
  select id, 'service', false, 'carrier', '21610' from opted_out
$$;

-- As before; answer: {outcome: 'stored', may_answer} | {outcome: 'duplicate'}. The neutral words go out once a day to one
-- sender, so that two machines do not answer each other for ever.
create or replace function tenant_store_unrouted_text(tenant uuid, input jsonb) returns jsonb
language plpgsql
set search_path = public, pg_temp
as $$
declare
  was_answered boolean;
begin
  perform set_config('app.tenant_id', tenant::text, true);
  insert into message_receipts (account_id, provider_message_id)
  values (input ->> 'account_id', input ->> 'provider_message_id')
  on conflict do nothing;
  if not found then
    return jsonb_build_object('outcome', 'duplicate');
  end if;
  select exists (
    select from unrouted_messages
    where received_at > clock_timestamp() - interval '1 day'
      and from_address = input ->> 'from' and to_address = input ->> 'to'
  ) into was_answered;
  insert into unrouted_messages (account_id, provider_message_id, from_address, to_address, messaging_service_id, body, reason)
  values (input ->> 'account_id', input ->> 'provider_message_id', input ->> 'from', input ->> 'to', input ->> 'service_id',
    input ->> 'body', input ->> 'reason');
  return jsonb_build_object('outcome', 'stored', 'may_answer', not was_answered);
end
$$;

revoke execute on function carrier_opt_out(uuid, text) from public;
grant execute on function carrier_opt_out(uuid, text) to servicepro_app;
