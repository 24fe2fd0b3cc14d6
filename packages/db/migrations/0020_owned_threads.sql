-- How many threads a person owns stands on every page of the inbox.
set lock_timeout = '2s';
set statement_timeout = '30s';

-- Migrations run in a transaction, and the table is small before the first release.
-- squawk-ignore require-concurrent-index-creation
create index conversations_owned on conversations (tenant_id, owned_until) where owner = 'person';
