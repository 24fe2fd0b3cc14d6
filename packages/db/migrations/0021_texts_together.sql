-- Many texts at once cost less than as many single ones; and what every statement of a tenant pays is made smaller.
set lock_timeout = '2s';
set statement_timeout = '30s';

-- Stores several inbound texts of one tenant as tenant_store_inbound_text does, all or none: one round trip, one commit.
-- input:  {texts: [as for tenant_store_inbound_text, …]}
-- answer: its answers, in the same order
create function tenant_store_inbound_texts(tenant uuid, input jsonb) returns jsonb
language plpgsql
set search_path = public, pg_temp
as $$
declare
  answers jsonb[] := array_fill(null::jsonb, array[jsonb_array_length(input -> 'texts')]);
  one record;
begin
  -- By sender: two of these that lock the same threads never wait for each other in a circle.
  for one in
    select t.text, t.place from jsonb_array_elements(input -> 'texts') with ordinality t (text, place)
    order by t.text ->> 'from', t.place
  loop
    answers[one.place] := tenant_store_inbound_text(tenant, one.text);
  end loop;
  return to_jsonb(answers);
end
$$;
revoke execute on function tenant_store_inbound_texts(uuid, jsonb) from public;
grant execute on function tenant_store_inbound_texts(uuid, jsonb) to servicepro_app;

-- The tenant is asked for several times in each statement. As one expression it is planned into the statement, where a
-- function in plpgsql with a setting of its own is called; names in it were resolved when it was made.
create function app_no_tenant() returns uuid
language plpgsql stable parallel safe
set search_path = pg_catalog
as $$
begin
  raise exception 'no tenant is set' using errcode = '42501', hint = 'open the transaction with withTenant';
end
$$;
grant execute on function app_no_tenant() to servicepro_app;
create or replace function app_tenant_id() returns uuid
language sql stable parallel safe
return coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, app_no_tenant());

-- While these tables are small or not analysed yet, an index in which all of a tenant's rows stand under one null looks as
-- good as the right one, and a connection keeps its plan. Rows without a turn or a customer are never looked for here.
-- Migrations run in a transaction, and the tables are small before the first release.
-- squawk-ignore require-concurrent-index-deletion
drop index messages_by_turn;
-- squawk-ignore require-concurrent-index-creation
create index messages_by_turn on messages (tenant_id, turn_id) where turn_id is not null;
-- squawk-ignore require-concurrent-index-deletion
drop index conversations_by_customer;
-- squawk-ignore require-concurrent-index-creation
create index conversations_by_customer on conversations (tenant_id, customer_id) where customer_id is not null;
