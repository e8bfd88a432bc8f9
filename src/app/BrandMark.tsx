/** A machine in a machine in a machine. */
export function BrandMark() {
  return (
    <svg className="brand-mark" viewBox="0 0 26 26" aria-hidden="true">
      <rect x="1.5" y="1.5" width="23" height="23" rx="6" fill="none" stroke="var(--hw-line)" strokeWidth="2" />
      <rect x="6" y="6" width="14" height="14" rx="4" fill="var(--vmm)" stroke="var(--vmm-line)" strokeWidth="2" />
      <rect x="10" y="10" width="6" height="6" rx="2" fill="var(--guest-kernel-line)" />
    </svg>
  );
}
