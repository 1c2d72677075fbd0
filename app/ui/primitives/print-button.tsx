'use client';

import { buttonLook } from '@/app/ui/primitives/button';

/** Opens the browser's own print dialog. */
export function PrintButton({ label, tone = 'primary' }: { label: string; tone?: 'primary' | 'outline' }) {
  return (
    <button type="button" onClick={() => print()} className={buttonLook(tone)}>
      {label}
    </button>
  );
}
