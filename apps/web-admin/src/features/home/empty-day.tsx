/** A day's page with nothing on it yet. */
export function EmptyDay() {
  return (
    <svg width="232" height="120" viewBox="0 0 232 120" fill="none" aria-hidden="true">
      <rect
        x="56"
        y="18"
        width="120"
        height="92"
        rx="10"
        fill="var(--bg-surface)"
        stroke="var(--border-strong)"
      />
      <path d="M56 44h120" stroke="var(--border-hairline)" strokeWidth="1.5" />
      <path d="M84 10v16M148 10v16" stroke="var(--border-control)" strokeWidth="4" strokeLinecap="round" />
      <path
        d="M72 60h32M72 76h48M72 92h24"
        stroke="var(--border-strong)"
        strokeWidth="4"
        strokeLinecap="round"
      />
      <path d="M128 76h32" stroke="var(--accent-line)" strokeWidth="14" strokeLinecap="round" />
    </svg>
  );
}
