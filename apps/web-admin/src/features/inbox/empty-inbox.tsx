export function EmptyInbox() {
  return (
    <svg width="200" height="112" viewBox="0 0 200 112" fill="none" aria-hidden="true">
      <rect x="20" y="12" width="112" height="40" rx="10" fill="var(--neutral-soft)" />
      <path d="M34 28h70M34 38h44" stroke="var(--border-strong)" strokeWidth="4" strokeLinecap="round" />
      <rect x="68" y="62" width="112" height="40" rx="10" fill="var(--bg-surface)" stroke="var(--ai-line)" />
      <path d="M82 78h62M82 88h36" stroke="var(--ai-line)" strokeWidth="4" strokeLinecap="round" />
    </svg>
  );
}
