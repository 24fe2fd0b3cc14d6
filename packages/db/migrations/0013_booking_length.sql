-- A booking's length is bounded, so that a window of time finds it by its start: overlap of ranges is not a leakproof
-- operator, and under row-level security only a leakproof one may use an index.
set lock_timeout = '2s';
set statement_timeout = '30s';

-- Checked for every new row; the rows before it are shorter, as services and add-ons are.
alter table bookings add constraint bookings_length
  check (occupied_until - starts_at <= interval '72 hours') not valid;
