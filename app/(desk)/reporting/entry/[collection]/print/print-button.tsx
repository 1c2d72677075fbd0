'use client';

import { buttonLook } from '@/app/ui/primitives/button';

/** Opens the browser's own print dialog. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" onClick={() => print()} className={buttonLook('primary')}>
      {label}
    </button>
  );
}
