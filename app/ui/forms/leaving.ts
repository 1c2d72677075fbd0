/** Work that a form does before its page is left: it sends what is not stored yet. */
type Settle = () => Promise<unknown>;

const settlers = new Set<Settle>();

/** The last saves of forms that are gone: Back takes a form away before anybody else hears of it. */
const lastSaves = new Set<Promise<unknown>>();

/** Registers the work of a form; returns the function that ends it. */
export function settleOnLeaving(settle: Settle): () => void {
  settlers.add(settle);
  return () => settlers.delete(settle);
}

/** Registers the last save of a form that is gone. */
export function finishAfterLeaving(save: Promise<unknown>): void {
  lastSaves.add(save);
  void save.finally(() => lastSaves.delete(save));
}

/** Waits until every form has sent what it had, at most `most` milliseconds. */
export async function settleForms(most: number): Promise<void> {
  const all = Promise.allSettled([...[...settlers].map((settle) => settle()), ...lastSaves]);
  await Promise.race([all, new Promise((later) => setTimeout(later, most))]);
}

/** The link of the product that a click leaves the page by; null for a new tab, a download, or a part of the page. */
export function leavingLink(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute('download')) return null;
  const isHere = link.pathname + link.search === location.pathname + location.search;
  return link.origin !== location.origin || isHere ? null : link;
}
