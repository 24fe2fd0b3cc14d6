-- Most statements are planned each time they run, and there an expression that is planned into them costs more than the
-- call of a function. So it is called again, but without a setting of its own: every name in it is qualified instead.
set lock_timeout = '2s';
set statement_timeout = '30s';

create or replace function app_tenant_id() returns uuid
language plpgsql stable parallel safe
as $$
declare
  tenant pg_catalog.text := pg_catalog.current_setting('app.tenant_id', true);
begin
  if tenant is null or tenant operator(pg_catalog.=) '' then
    raise exception 'no tenant is set' using errcode = '42501', hint = 'open the transaction with withTenant';
  end if;
  return tenant::pg_catalog.uuid;
end
$$;
drop function app_no_tenant();
