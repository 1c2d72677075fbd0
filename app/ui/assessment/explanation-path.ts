/** The score card of a unit in a run, or the page of one of its items. */
export function explanationPath(run: string, unit: string, item?: string): string {
  return `/assessment/explanation/${[run, unit, ...(item === undefined ? [] : [item])].map(encodeURIComponent).join('/')}`;
}
