/** The mark of Assay: an A whose foot is the point it stands on. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="18" height="18" rx="4" fill="var(--text)" />
      <path
        d="M5.2 14.6 10 4.6l4.8 10M6.9 11.4h6.2"
        fill="none"
        stroke="var(--panel)"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="10" cy="14.4" r="1.5" fill="var(--accent)" stroke="var(--text)" strokeWidth=".6" />
    </svg>
  );
}
