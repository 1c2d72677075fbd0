'use client';

import { type ReactNode, useEffect, useState } from 'react';

/** Shows its contents for some seconds, and on as long as they have the focus, so that they do not vanish under a key. */
export function ForSeconds({ seconds, children }: { seconds: number; children: ReactNode }) {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), seconds * 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return (
    <div data-chrome className={isOver ? 'hidden focus-within:block' : undefined}>
      {children}
    </div>
  );
}
