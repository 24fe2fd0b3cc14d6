-- Which plan a business is on; what a plan holds is data in code, and no other code names one.
set lock_timeout = '2s';
set statement_timeout = '30s';

alter table tenants add column plan text not null default 'starter';
comment on column tenants.plan is 'Key of the plan catalogue; an unknown key has no features.';
