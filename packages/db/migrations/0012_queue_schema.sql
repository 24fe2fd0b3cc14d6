-- role: admin
-- The queue's Postgres backend, given a pool, looks for its tables in the schema "bullmq" and creates them itself.
set lock_timeout = '2s';
set statement_timeout = '30s';

create schema if not exists bullmq authorization servicepro_queue;
drop schema if exists queue;

do $$
begin
  execute format('alter role servicepro_queue in database %I set search_path = bullmq', current_database());
end
$$;
