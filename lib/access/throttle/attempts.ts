/** The stored failures of one origin. */
export type Count = { readonly failures: number; readonly since: Date; readonly blockedUntil: Date | null };

/** How failures of an origin slow it down. No rule locks for good. */
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

/** Downloads, uploads, searches and requests of programs in five minutes, of one account, or of one address of visitors. */
export const perUse = {
  download: { kind: 'window', free: 120, seconds: 300 },
  upload: { kind: 'window', free: 120, seconds: 300 },
  search: { kind: 'window', free: 1200, seconds: 300 },
  api: { kind: 'window', free: 600, seconds: 300 },
} as const satisfies Readonly<Record<string, Rule>>;

/**
 * Refused attempts recorded in the trail per hour: of an account at one command or of one address of visitors, and of
 * an account at all commands or of all visitors. One more event announces the limit.
 */
export const perAttempt = {
  one: { kind: 'window', free: 21, seconds: 3600 },
  all: { kind: 'window', free: 201, seconds: 3600 },
} as const satisfies Readonly<Record<string, Rule>>;

const addSeconds = (moment: Date, seconds: number) => new Date(moment.getTime() + seconds * 1000);
const age = (moment: Date, now: Date) => (now.getTime() - moment.getTime()) / 1000;

/** The count with one more failure, or the seconds to wait. */
export function countFailure(before: Count | null, rule: Rule, now: Date): Count | { readonly wait: number } {
  if (before?.blockedUntil && before.blockedUntil > now) return { wait: Math.ceil(-age(before.blockedUntil, now)) };
  const isStale = !before || age(before.since, now) >= (rule.kind === 'window' ? rule.seconds : 2 * rule.seconds);
  const failures = isStale ? 1 : before.failures + 1;
  if (rule.kind === 'window') {
    const since = isStale ? now : before.since;
    return { failures, since, blockedUntil: failures >= rule.free ? addSeconds(since, rule.seconds) : null };
  }
  const wait = failures < rule.free ? 0 : Math.min(2 ** (failures - rule.free), rule.seconds);
  return { failures, since: now, blockedUntil: wait ? addSeconds(now, wait) : null };
}
