/** The hidden fields that say what a form is about or comes from: `aboutUnit`, `originRun`. */
export function hiddenSubject(
  of: 'about' | 'origin',
  subject: Readonly<Record<string, string | number>>,
): Record<string, string | number> {
  const named = ([key, value]: [string, string | number]) =>
    [`${of}${key.slice(0, 1).toUpperCase()}${key.slice(1)}`, value] as const;
  return Object.fromEntries(Object.entries(subject).map(named));
}
