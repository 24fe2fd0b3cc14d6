-- A claim can be renewed: whoever asked the carrier after a text in doubt, and has to send it, claims it once more first. By
-- then another may have it, the customer may have said STOP, or a person may have taken over.
set lock_timeout = '2s';
set statement_timeout = '30s';

-- Claims a queued text for sending, or says why it may not leave. Locks the contact point first: a STOP that commits
-- before this statement is seen by it, and one that comes after waits for it.
-- input:  message_id, claim_ms (how long a claim keeps others away; longer than the vendor's timeout),
--         claimed_at? (renews this very claim, whose doubt is over: the vendor does not have the text)
-- answer: {outcome: 'claimed' | 'in-doubt', message: {..., claimed_at}} | {outcome: 'suppressed', reason} | {outcome: 'busy'}
--         | {outcome: 'settled'}
-- 'in-doubt': an earlier claim ended without a known outcome; ask the provider before sending.
create or replace function tenant_claim_text(tenant uuid, input jsonb) returns jsonb
language plpgsql
set search_path = public, pg_temp
as $$
declare
  target record;
  thread record;
  is_opted_out boolean;
  was_claimed boolean;
  claim timestamptz := (input ->> 'claimed_at')::timestamptz;
  is_renewed boolean;
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
  is_renewed := claim is not null and target.status = 'sending' and target.claimed_at = claim;
  if claim is not null and not is_renewed then
    return jsonb_build_object('outcome', 'busy');
  end if;
  was_claimed := target.status = 'sending' and not is_renewed;
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

  update messages set status = 'sending', claimed_at = clock_timestamp() where id = target.id returning claimed_at into claim;
  return jsonb_build_object(
    'outcome', case when was_claimed then 'in-doubt' else 'claimed' end,
    'message', jsonb_build_object(
      'id', target.id, 'claimed_at', claim, 'body', target.body, 'to', target.to_address, 'from', target.from_address,
      'account_id', thread.account_id, 'service_id', thread.messaging_service_id, 'created_at', target.created_at,
      'conversation_id', thread.id,
      'known_ids', case when was_claimed then (
        select coalesce(jsonb_agg(o.provider_message_id), '[]') from messages o
        where o.conversation_id = thread.id and o.direction = 'out' and o.provider_message_id is not null
          and o.created_at > target.created_at - interval '1 day') end));
end
$$;
