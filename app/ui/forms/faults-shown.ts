let shown = 0;

/** Counts a page of a fault, which replaces the forms of its page. */
export function tellFaultShown(): void {
  shown += 1;
}

/** The number of pages of a fault since the page was loaded. */
export function faultsShown(): number {
  return shown;
}
