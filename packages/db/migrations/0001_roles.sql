-- role: admin
-- Roles are cluster-wide, so several databases of one server share them.
-- The owner runs migrations and nothing else; the app role owns nothing and cannot bypass row-level security.
set lock_timeout = '2s';
set statement_timeout = '30s';

do $$
declare
  r text;
begin
  foreach r in array array['servicepro_owner', 'servicepro_app', 'servicepro_relay', 'servicepro_platform', 'servicepro_auth', 'servicepro_queue'] loop
    if not exists (select from pg_roles where rolname = r) then
      begin
        execute format('create role %I nosuperuser nocreatedb nocreaterole nobypassrls noinherit %s', r,
          case when r = 'servicepro_owner' then 'nologin' else 'login' end);
      exception when duplicate_object or unique_violation then
        null; -- another database of this cluster made it at the same moment
      end;
    end if;
  end loop;
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant servicepro_owner to %I', current_user);
  end if;
end
$$;

create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists citext;

-- uuidv7() is built in from PostgreSQL 18; older servers get the same by RFC 9562: 48 bits of milliseconds, then random.
do $$
begin
  if to_regprocedure('pg_catalog.uuidv7()') is null then
    execute $f$
      create function public.uuidv7() returns uuid language sql volatile parallel safe as $b$
        select encode(
          set_bit(set_bit(
            overlay(uuid_send(gen_random_uuid())
              placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
              from 1 for 6),
            52, 1), 53, 1), 'hex')::uuid
      $b$
    $f$;
  end if;
end
$$;

revoke create on schema public from public;
grant usage, create on schema public to servicepro_owner;
grant usage on schema public to servicepro_app, servicepro_relay, servicepro_platform;

create schema if not exists auth authorization servicepro_owner;
create schema if not exists queue authorization servicepro_queue;

-- Set on the roles, not by the client: a pooler in transaction mode refuses unknown start-up parameters.
do $$
declare
  r text;
begin
  foreach r in array array['servicepro_app', 'servicepro_relay', 'servicepro_platform', 'servicepro_auth'] loop
    execute format('alter role %I in database %I set statement_timeout = ''15s''', r, current_database());
    execute format('alter role %I in database %I set idle_in_transaction_session_timeout = ''30s''', r, current_database());
  end loop;
  execute format('alter role servicepro_auth in database %I set search_path = auth', current_database());
  execute format('alter role servicepro_queue in database %I set search_path = queue', current_database());
end
$$;
