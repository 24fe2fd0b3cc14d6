-- What the database itself must look like for tenants to stay apart: one row for each finding, none when all is well.
with
tables as (
  select c.oid, c.relname as name, c.relrowsecurity, c.relforcerowsecurity, c.relowner,
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped) as has_tenant
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migrations'
),
-- Written exceptions: read before there is a tenant, or unique across tenants.
outside (name, why) as (values
  ('tenant_addresses', 'answers whose an address is, before there is a tenant'),
  ('membership_addresses', 'answers which tenants a person may enter, before there is a tenant'),
  ('message_receipts', 'a provider''s message ids are unique across tenants'),
  ('tenants', 'the list of tenants; each sees its own row')
),
outside_unique (name) as (values ('outbox_by_id')),
outside_policy (table_name, policy_name, role_name) as (values
  ('outbox', 'relay', 'servicepro_relay'),
  ('processed_messages', 'relay', 'servicepro_relay'),
  ('tenants', 'own_row', 'servicepro_app'),
  ('tenants', 'platform_all', 'servicepro_platform')
),
outside_definer (name) as (values ('-')),
tenant_tables as (select * from tables t where has_tenant and not exists (select from outside o where o.name = t.name)),
logins (role) as (values ('servicepro_app'), ('servicepro_relay'), ('servicepro_platform'), ('servicepro_auth'), ('servicepro_queue'))

select 'table without tenant_id' as finding, name as what from tables t
where not has_tenant and not exists (select from outside o where o.name = t.name)
union all
select 'row-level security is off', name from tenant_tables where not relrowsecurity
union all
select 'row-level security is not forced', name from tenant_tables where not relforcerowsecurity
union all
select 'policy differs from the template', t.name from tenant_tables t
where not exists (
  select from pg_policy p
  where p.polrelid = t.oid and p.polname = 'tenant_isolation' and p.polcmd = '*' and p.polpermissive
    and p.polroles = array['servicepro_app'::regrole::oid]
    and pg_get_expr(p.polqual, p.polrelid) = '(tenant_id = app_tenant_id())'
    and pg_get_expr(p.polwithcheck, p.polrelid) = '(tenant_id = app_tenant_id())')
union all
select 'policy beside the template', t.name || '.' || p.polname from pg_policy p join tables t on t.oid = p.polrelid
where p.polname <> 'tenant_isolation'
  and not exists (select from outside_policy o where o.table_name = t.name and o.policy_name = p.polname
    and p.polroles = array[o.role_name::regrole::oid])
union all
select 'foreign key without tenant_id on both sides', t.name || '.' || k.conname
from pg_constraint k join tenant_tables t on t.oid = k.conrelid join tenant_tables f on f.oid = k.confrelid
where k.contype = 'f' and not exists (
  select from unnest(k.conkey, k.confkey) as pair (mine, theirs)
  join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.mine and a.attname = 'tenant_id'
  join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.theirs and b.attname = 'tenant_id')
union all
select 'unique index does not start with tenant_id', i.relname
from pg_index x join tenant_tables t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
where (x.indisunique or x.indisexclusion)
  and not exists (select from pg_attribute a where a.attrelid = t.oid and a.attnum = x.indkey[0] and a.attname = 'tenant_id')
  and not exists (select from outside_unique o where o.name = i.relname)
union all
select 'materialized view', relname from pg_class where relkind = 'm' and relnamespace = 'public'::regnamespace
union all
select 'view runs with its owner''s rights', relname from pg_class
where relkind = 'v' and relnamespace = 'public'::regnamespace and not coalesce(reloptions::text like '%security_invoker=true%', false)
  and not exists (select from pg_depend d where d.objid = pg_class.oid and d.deptype = 'e')
union all
select 'function runs with its owner''s rights', p.proname from pg_proc p
where p.pronamespace = 'public'::regnamespace and p.prosecdef and not exists (select from outside_definer o where o.name = p.proname)
union all
select 'function of a tenant has no pinned search_path', p.proname from pg_proc p
where p.pronamespace = 'public'::regnamespace and p.proname like 'tenant\_%' and not coalesce(p.proconfig::text like '%search_path=%', false)
union all
select 'function of a tenant may be called by everybody', p.proname from pg_proc p
where p.pronamespace = 'public'::regnamespace and p.proname like 'tenant\_%' and has_function_privilege('public', p.oid, 'execute')
union all
select 'role may do more than it should', r.rolname from pg_roles r join logins l on l.role = r.rolname
where r.rolsuper or r.rolbypassrls or r.rolcreatedb or r.rolcreaterole or r.rolreplication
union all
select 'role is a member of the owner', m.member::regrole::text from pg_auth_members m join logins l on l.role = m.member::regrole::text
where m.roleid = 'servicepro_owner'::regrole
union all
select 'role owns a table', t.name from tables t join logins l on l.role::regrole = t.relowner
union all
select 'role may create in the schema', l.role from logins l where has_schema_privilege(l.role, 'public', 'create')
union all
select 'role may truncate, reference or hang triggers on a table', l.role || ' on ' || t.name from logins l cross join tables t
where has_table_privilege(l.role, t.oid, 'truncate') or has_table_privilege(l.role, t.oid, 'references') or has_table_privilege(l.role, t.oid, 'trigger')
union all
select 'role reads or writes tenants'' rows without need', l.role || ' on ' || t.name from logins l cross join tenant_tables t
where l.role in ('servicepro_platform', 'servicepro_auth', 'servicepro_queue')
  and has_table_privilege(l.role, t.oid, 'select, insert, update, delete')
union all
select 'app may change addresses', t.name from tables t
where t.name in ('tenant_addresses', 'membership_addresses', 'tenants') and has_table_privilege('servicepro_app', t.oid, 'insert, update, delete')
union all
select 'audit may be changed', 'audit_log' from tables t
where t.name = 'audit_log' and has_table_privilege('servicepro_app', t.oid, 'update, delete')
union all
select 'id is not a UUID', t.name from tenant_tables t join pg_attribute a on a.attrelid = t.oid and a.attname = 'id'
where a.atttypid <> 'uuid'::regtype
union all
select 'sequence', relname from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace
union all
select 'tenant_id has no default or may be null', t.name from tenant_tables t
join pg_attribute a on a.attrelid = t.oid and a.attname = 'tenant_id'
left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
where not a.attnotnull or pg_get_expr(d.adbin, d.adrelid) is distinct from 'app_tenant_id()'
union all
select 'database is too old for its own row-level security', current_setting('server_version')
where current_setting('server_version_num')::int < 150014;
