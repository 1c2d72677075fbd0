/** The product's mark: a baton's stroke over the beat. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" className="text-vermilion">
      <path d="M4 20 19 4" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      <circle cx="5.2" cy="18.8" r="2.7" fill="currentColor" />
      <path d="M13 20h7M16 15.5h4" stroke="var(--ink)" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  );
}
