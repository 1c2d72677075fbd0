import type { AccountRole } from '@/lib/access/words';
import type { SetCookie } from '@/lib/cookies';

/** Why a step of a sign-in was refused; each has a message under `errors`. */
export type SignInFault =
  | 'wrongPassword'
  | 'accountDisabled'
  | 'handoverExpired'
  | 'wrongCode'
  | 'usedCode'
  | 'factorLocked'
  | 'stepExpired';

/**
 * The outcome of a step of a sign-in: signed in, one more step, or refused. A failure too is committed and recorded.
 */
export type SignInOutcome =
  | { readonly kind: 'in'; readonly role: AccountRole; readonly cookies: readonly SetCookie[] }
  | { readonly kind: 'secondStep' | 'newPassword'; readonly cookies: readonly SetCookie[] }
  | { readonly kind: 'refused'; readonly why: SignInFault; readonly cookies: readonly SetCookie[] };
