/** The failures of one origin, as they are kept. */
export type Count = { readonly failures: number; readonly since: Date; readonly blockedUntil: Date | null };

/** How failures of an origin slow it down. Nothing here ever locks for good. */
export type Rule = {
  readonly kind: 'growing' | 'window';
  /** Failures before the first wait (`growing`), or in one window (`window`). */
  readonly free: number;
  /** Seconds: the longest wait (`growing`), or the length of the window. */
  readonly seconds: number;
};

/** From the fifth failure on 1, 2, 4 … seconds, at most a quarter of an hour. */
export const perAccount: Rule = { kind: 'growing', free: 5, seconds: 900 };
export const perAddress: Rule = { kind: 'window', free: 30, seconds: 300 };
export const perProduct: Rule = { kind: 'window', free: 1000, seconds: 300 };

/** Files, either way, and searches of one account, or of one address of visitors, in five minutes. */
export const perUse = {
  download: { kind: 'window', free: 120, seconds: 300 },
  upload: { kind: 'window', free: 120, seconds: 300 },
  search: { kind: 'window', free: 1200, seconds: 300 },
} as const satisfies Readonly<Record<string, Rule>>;

/**
 * Refused attempts that the trail lists in an hour, and one that says it lists no more: of an account at one command or of
 * one address of visitors, and of an account at all or of all visitors.
 */
export const perAttempt = {
  one: { kind: 'window', free: 21, seconds: 3600 },
  all: { kind: 'window', free: 201, seconds: 3600 },
} as const satisfies Readonly<Record<string, Rule>>;

const after = (moment: Date, seconds: number) => new Date(moment.getTime() + seconds * 1000);
const age = (moment: Date, now: Date) => (now.getTime() - moment.getTime()) / 1000;

/** The count with one more failure, or the seconds to wait before anything more is looked at. */
export function counted(before: Count | null, rule: Rule, now: Date): Count | { readonly wait: number } {
  if (before?.blockedUntil && before.blockedUntil > now) return { wait: Math.ceil(-age(before.blockedUntil, now)) };
  const isStale = !before || age(before.since, now) >= (rule.kind === 'window' ? rule.seconds : 2 * rule.seconds);
  const failures = isStale ? 1 : before.failures + 1;
  if (rule.kind === 'window') {
    const since = isStale ? now : before.since;
    return { failures, since, blockedUntil: failures >= rule.free ? after(since, rule.seconds) : null };
  }
  const wait = failures < rule.free ? 0 : Math.min(2 ** (failures - rule.free), rule.seconds);
  return { failures, since: now, blockedUntil: wait ? after(now, wait) : null };
}
