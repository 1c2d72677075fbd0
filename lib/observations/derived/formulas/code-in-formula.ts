/** A code as a formula names it: in square brackets where it has other signs than letters, digits and _. */
export function codeInFormula(code: string): string {
  return /^[A-Za-z_]\w*$/.test(code) ? code : `[${code}]`;
}
