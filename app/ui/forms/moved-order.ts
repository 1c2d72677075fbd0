/** The field of a form by which a script asks to be told the new version in the place of the next page. */
export const staysField = 'stays';

/** The order of codes after one step of one of them up or down, asked as `up CODE` or `down CODE`; the same order for any other word. */
export function movedOrder(codes: readonly string[], move: string): string[] {
  const [step, code = ''] = move.split(' ');
  const at = codes.indexOf(code);
  const to = step === 'up' ? at - 1 : step === 'down' ? at + 1 : at;
  if (at < 0 || to < 0 || to >= codes.length) return [...codes];
  const rest = codes.filter((_, place) => place !== at);
  return [...rest.slice(0, to), code, ...rest.slice(to)];
}
