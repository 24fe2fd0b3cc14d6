-- What Home counts is found by what it is, not by reading all that a business ever said and did.
set lock_timeout = '2s';
set statement_timeout = '30s';

-- Migrations run in a transaction, and the tables are small before the first release.
-- squawk-ignore require-concurrent-index-creation
create index messages_by_ai on messages (tenant_id, created_at) where author = 'ai' and purpose = 'reply';
-- squawk-ignore require-concurrent-index-creation
create index actions_hand_offs on actions (tenant_id, at) where name = 'hand_off';
-- squawk-ignore require-concurrent-index-creation
create index actions_unpriced_quotes on actions (tenant_id, at) where name = 'quote_price' and (result #>> '{quote,totalCents}') is null;
