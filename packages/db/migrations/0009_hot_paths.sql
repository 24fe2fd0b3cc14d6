-- The statements on which a text's way in and out stands: each is one round trip, and each settles its race by itself.
set lock_timeout = '2s';
set statement_timeout = '30s';

-- Stores an inbound text with its receipt, its conversation and the message that makes the receptionist take a turn.
-- input:  account_id, provider_message_id, from, to, service_id?, body, control?, control_if_opted_out?, pause_ms, longest_pause_ms
-- answer: {outcome: 'stored', message_id, conversation_id} | {outcome: 'duplicate'} | {outcome: 'moved'}
-- STOP takes effect here, in the transaction that stores it.
create function tenant_store_inbound_text(tenant uuid, input jsonb) returns jsonb
language plpgsql
set search_path = public, pg_temp
as $$
declare
  control_word text := input ->> 'control';
  contact record;
  thread uuid;
  message uuid;
  first_unanswered timestamptz;
  due timestamptz := clock_timestamp();
begin
  perform set_config('app.tenant_id', tenant::text, true);

  -- The gateway may have cached the address for some seconds; the row decides.
  if not exists (
    select from tenant_addresses a
    where a.tenant_id = tenant
      and ((a.kind = 'phone' and a.key = input ->> 'to') or (a.kind = 'messaging_service' and a.key = input ->> 'service_id'))
  ) then
    return jsonb_build_object('outcome', 'moved');
  end if;

  insert into message_receipts (account_id, provider_message_id)
  values (input ->> 'account_id', input ->> 'provider_message_id')
  on conflict do nothing;
  if not found then
    return jsonb_build_object('outcome', 'duplicate');
  end if;

  select id, customer_id, opted_out_at into contact from contact_points where kind = 'phone' and value = input ->> 'from';
  if not found then
    insert into contact_points (kind, value) values ('phone', input ->> 'from')
    on conflict (tenant_id, kind, value) do update set value = excluded.value
    returning id, customer_id, opted_out_at into contact;
  end if;
  if control_word is null and contact.opted_out_at is not null then
    control_word := input ->> 'control_if_opted_out';
  end if;

  if control_word in ('stop', 'start') then
    -- Locked first, so that the time of the opt-out is after every send that was claimed before it.
    perform from contact_points where id = contact.id for no key update;
    update contact_points
    set opted_out_at = case when control_word = 'stop' then coalesce(opted_out_at, clock_timestamp()) end,
        opted_out_by = case when control_word = 'stop' then coalesce(opted_out_by, 'sms') end
    where id = contact.id;
    insert into consents (contact_point_id, purpose, is_given, source, words)
    values (contact.id, 'service', control_word = 'start', 'sms', left(input ->> 'body', 200));
  end if;

  update conversations
  set last_message_at = clock_timestamp(), closed_at = null, tenant_number = input ->> 'to',
      account_id = input ->> 'account_id', messaging_service_id = input ->> 'service_id'
  where contact_point_id = contact.id
  returning id into thread;
  if not found then
    insert into conversations (contact_point_id, customer_id, tenant_number, account_id, messaging_service_id)
    values (contact.id, contact.customer_id, input ->> 'to', input ->> 'account_id', input ->> 'service_id')
    on conflict (tenant_id, contact_point_id) do update set last_message_at = clock_timestamp()
    returning id into thread;
  end if;

  insert into messages (conversation_id, direction, author, purpose, body, from_address, to_address, status, provider_message_id, control, created_at)
  values (thread, 'in', 'customer', 'inbound', input ->> 'body', input ->> 'from', input ->> 'to', 'received',
    input ->> 'provider_message_id', control_word, clock_timestamp())
  returning id into message;

  -- A pause joins what people send in several texts; it never grows past the longest pause after the first of them.
  if control_word is null then
    select min(created_at) into first_unanswered from messages
    where conversation_id = thread and direction = 'in' and turn_id is null and control is null;
    due := least(
      clock_timestamp() + make_interval(secs => (input ->> 'pause_ms')::numeric / 1000),
      first_unanswered + make_interval(secs => (input ->> 'longest_pause_ms')::numeric / 1000));
  end if;

  insert into outbox (type, payload, available_at)
  values ('receptionist.take-turn.v1', jsonb_build_object('conversationId', thread, 'messageId', message), due);

  return jsonb_build_object('outcome', 'stored', 'message_id', message, 'conversation_id', thread);
end
$$;

-- Claims a queued text for sending, or says why it may not leave. Locks the contact point first: a STOP that commits
-- before this statement is seen by it, and one that comes after waits for it.
-- input:  message_id, claim_ms (how long a claim keeps others away; longer than the vendor's timeout)
-- answer: {outcome: 'claimed' | 'in-doubt', message: {...}} | {outcome: 'suppressed', reason} | {outcome: 'busy'} | {outcome: 'settled'}
-- 'in-doubt': an earlier claim ended without a known outcome; ask the provider before sending.
create function tenant_claim_text(tenant uuid, input jsonb) returns jsonb
language plpgsql
set search_path = public, pg_temp
as $$
declare
  target record;
  thread record;
  is_opted_out boolean;
  was_claimed boolean;
  reason text;
begin
  perform set_config('app.tenant_id', tenant::text, true);

  select c.* into thread from messages m join conversations c on c.id = m.conversation_id where m.id = (input ->> 'message_id')::uuid;
  if not found then
    return jsonb_build_object('outcome', 'settled');
  end if;
  select p.opted_out_at is not null into is_opted_out from contact_points p where p.id = thread.contact_point_id for no key update;
  select c.* into thread from conversations c where c.id = thread.id for no key update;
  select m.* into target from messages m where m.id = (input ->> 'message_id')::uuid for no key update;

  if target.direction <> 'out' or target.status not in ('queued', 'sending') then
    return jsonb_build_object('outcome', 'settled');
  end if;
  was_claimed := target.status = 'sending';
  if was_claimed and target.claimed_at > clock_timestamp() - make_interval(secs => (input ->> 'claim_ms')::numeric / 1000) then
    return jsonb_build_object('outcome', 'busy');
  end if;

  if is_opted_out and target.purpose not in ('stop-confirmation', 'help', 'start-confirmation') then
    reason := 'opted-out';
  elsif target.author = 'ai' and target.purpose = 'reply' and thread.owner = 'person' and thread.owned_until > clock_timestamp() then
    reason := 'person-took-over';
  end if;
  -- What may already have left is looked up first, even where it may not be sent again.
  if reason is not null and not was_claimed then
    update messages set status = 'suppressed', status_reason = reason where id = target.id;
    return jsonb_build_object('outcome', 'suppressed', 'reason', reason);
  end if;

  update messages set status = 'sending', claimed_at = clock_timestamp() where id = target.id;
  return jsonb_build_object(
    'outcome', case when was_claimed then 'in-doubt' else 'claimed' end,
    'suppressed_by', reason,
    'message', jsonb_build_object(
      'id', target.id, 'body', target.body, 'to', target.to_address, 'from', target.from_address,
      'account_id', thread.account_id, 'service_id', thread.messaging_service_id, 'created_at', target.created_at,
      'conversation_id', thread.id,
      'known_ids', case when was_claimed then (
        select coalesce(jsonb_agg(o.provider_message_id), '[]') from messages o
        where o.conversation_id = thread.id and o.direction = 'out' and o.provider_message_id is not null
          and o.created_at > target.created_at - interval '1 day') end));
end
$$;

-- Applies a provider's status report. Any order and any number of reports end in the same state: a lower rank never
-- overwrites a higher one. A report for a message we do not know yet is parked until we do.
-- input:  message_id? (ours, from the callback URL), provider_message_id, status (ours), error_code?, reason?
-- answer: {outcome: 'applied' | 'older' | 'parked', conversation_id?}
create function tenant_apply_text_status(tenant uuid, input jsonb) returns jsonb
language plpgsql
set search_path = public, pg_temp
as $$
declare
  target record;
  new_rank integer := text_status_rank(input ->> 'status');
begin
  perform set_config('app.tenant_id', tenant::text, true);

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

-- delivered stands above undelivered and failed: a handset's receipt is the strongest thing that is said of a text.
create function text_status_rank(status text) returns integer
language sql immutable parallel safe
set search_path = pg_catalog
as $$
  select case status
    when 'queued' then 0 when 'sending' then 1 when 'suppressed' then 1 when 'unknown' then 2 when 'sent' then 3
    when 'failed' then 4 when 'undelivered' then 5 when 'delivered' then 6 else -1 end
$$;

-- Keeps a message that no tenant owns, for the root tenant to look at.
-- input: account_id, provider_message_id, from, to, service_id?, body, reason; answer: {outcome: 'stored' | 'duplicate'}
create function tenant_store_unrouted_text(tenant uuid, input jsonb) returns jsonb
language plpgsql
set search_path = public, pg_temp
as $$
begin
  perform set_config('app.tenant_id', tenant::text, true);
  insert into message_receipts (account_id, provider_message_id)
  values (input ->> 'account_id', input ->> 'provider_message_id')
  on conflict do nothing;
  if not found then
    return jsonb_build_object('outcome', 'duplicate');
  end if;
  insert into unrouted_messages (account_id, provider_message_id, from_address, to_address, messaging_service_id, body, reason)
  values (input ->> 'account_id', input ->> 'provider_message_id', input ->> 'from', input ->> 'to', input ->> 'service_id',
    input ->> 'body', input ->> 'reason');
  return jsonb_build_object('outcome', 'stored');
end
$$;

revoke execute on function tenant_store_inbound_text(uuid, jsonb), tenant_claim_text(uuid, jsonb),
  tenant_apply_text_status(uuid, jsonb), tenant_store_unrouted_text(uuid, jsonb) from public;
grant execute on function tenant_store_inbound_text(uuid, jsonb), tenant_claim_text(uuid, jsonb),
  tenant_apply_text_status(uuid, jsonb), tenant_store_unrouted_text(uuid, jsonb), text_status_rank(text) to servicepro_app;
