/** What the audit trail calls the lamps of a unit in a year. */
export const lampSubject = (year: number, unit: string) => `lamp/${year}/${unit}`;
