/** The address of all current figures of an indicator or a unit, as a file that an import takes. */
export function figuresFile(choice: { indicator: string } | { unit: string }): string {
  return `/api/downloads/figures?${new URLSearchParams(choice)}`;
}
