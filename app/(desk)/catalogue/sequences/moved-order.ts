/** The order after one step of a unit up or down, asked as `up CODE` or `down CODE`; the same order for any other word. */
export function movedOrder(units: readonly string[], move: string): string[] {
  const [step, code = ''] = move.split(' ');
  const at = units.indexOf(code);
  const to = step === 'up' ? at - 1 : step === 'down' ? at + 1 : at;
  if (at < 0 || to < 0 || to >= units.length) return [...units];
  const rest = units.filter((_, place) => place !== at);
  return [...rest.slice(0, to), code, ...rest.slice(to)];
}
