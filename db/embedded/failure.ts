/**
 * A fault that keeps the product from starting and that the operator can mend: one sentence in each language, shown
 * without a stack.
 */
export class StartFailure extends Error {
  readonly zh: string;

  constructor(en: string, zh: string) {
    super(en);
    this.name = 'StartFailure';
    this.zh = zh;
  }
}

/** The system's code of an error (`EACCES`, `ECONNREFUSED`, `3D000` …), or an empty text. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
