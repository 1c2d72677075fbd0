'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { noteFollowed } from '@/app/ui/forms/arrival';
import { settleForms } from '@/app/ui/forms/leaving';
import { Skeleton } from '@/app/ui/primitives/skeleton';
import { servicePrefix } from '@/lib/paths';

const patience = 300;

/** Milliseconds that a page shown by Back waits for the last save of the page before it. */
const longestSave = 3000;

/** The link to another page of the product that a click follows; null when it starts no navigation. */
function followedLink(event: MouseEvent): HTMLAnchorElement | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target || link.download || link.getAttribute('role') === 'button')
    return null;
  const to = new URL(link.href);
  if (to.origin !== location.origin || to.pathname.startsWith(servicePrefix)) return null;
  return to.pathname + to.search === location.pathname + location.search ? null : link;
}

/**
 * After Back and Forward, shows the state of now: the framework would show the page as it was left, and the browser even
 * one whose session has ended.
 */
function useFreshPages(): void {
  const router = useRouter();
  useEffect(() => {
    // The page that is left has a last save under way.
    const onBack = () => void settleForms(longestSave).then(() => router.refresh());
    const onShown = (event: PageTransitionEvent) => {
      if (event.persisted) router.refresh();
    };
    addEventListener('popstate', onBack);
    addEventListener('pageshow', onShown);
    return () => {
      removeEventListener('popstate', onBack);
      removeEventListener('pageshow', onShown);
    };
  }, [router]);
}

/**
 * Follows the plain links of pages without loading the frame anew, and shows a placeholder when the next page takes
 * long. One listener serves all links: a client component for each would slow long tables and prefetch every linked
 * page. A link with `data-stay` keeps the scroll position.
 */
function Navigation({ label }: { label: string }) {
  const [path, query] = [usePathname(), useSearchParams().toString()];
  const here = query ? `${path}?${query}` : path;
  const router = useRouter();
  const [waitingOn, setWaitingOn] = useState<string | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onClick = (event: MouseEvent) => {
      const link = followedLink(event);
      if (!link) return;
      noteFollowed(event);
      // The framework's own links prevent the default.
      if (!event.defaultPrevented) {
        event.preventDefault();
        const { pathname, search, hash } = new URL(link.href);
        router.push(pathname + search + hash, { scroll: link.dataset.stay === undefined });
      }
      clearTimeout(timer);
      timer = setTimeout(() => setWaitingOn(here), patience);
    };
    document.addEventListener('click', onClick);
    return () => {
      clearTimeout(timer);
      // Otherwise a reader who comes back to the page would see the placeholder.
      setWaitingOn(null);
      document.removeEventListener('click', onClick);
    };
  }, [here, router]);
  useFreshPages();
  if (waitingOn !== here) return null;
  return (
    <div role="status" aria-label={label} className="absolute inset-0 z-20 bg-paper p-4 md:p-6">
      <Skeleton className="h-8 w-64" />
      <Skeleton className="mt-3 h-4 w-96 max-w-full" />
      <Skeleton className="mt-8 h-48 w-full" />
      <Skeleton className="mt-4 h-72 w-full" />
    </div>
  );
}

/** The part of the frame that changes from page to page. */
export function MainArea({ label, children }: { label: string; children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="relative min-w-0 flex-1 outline-none">
      <Suspense>
        <Navigation label={label} />
      </Suspense>
      <div className="max-w-[1600px] px-4 pt-5 pb-24 md:px-6 md:pb-12 print:py-0">{children}</div>
    </main>
  );
}
