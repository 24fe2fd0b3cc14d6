-- Says where the fence is checked; nothing else changes.
set lock_timeout = '2s';
set statement_timeout = '30s';

comment on table conversation_leases is 'One worker takes a turn of a conversation at a time. The fence is checked when the turn and its reply are written, so that a worker that was thought dead cannot answer.';
