import { clsx } from 'clsx';

/** The place of something still to come. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={clsx('animate-pulse rounded-sm bg-rule/70', className)} />;
}
