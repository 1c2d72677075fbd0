import type { AccountRole } from '@/lib/access/words';
import type { SetCookie } from '@/lib/cookies';

/** Why a step of a sign-in was turned down; a message under `errors` each. */
export type SignInFault =
  | 'wrongPassword'
  | 'accountDisabled'
  | 'handoverExpired'
  | 'wrongCode'
  | 'usedCode'
  | 'factorLocked'
  | 'stepExpired';

/** What a step of a sign-in came to: inside, one more step to take, or turned down. A failure too is kept and told. */
export type SignInOutcome =
  | { readonly kind: 'in'; readonly role: AccountRole; readonly cookies: readonly SetCookie[] }
  | { readonly kind: 'secondStep' | 'newPassword'; readonly cookies: readonly SetCookie[] }
  | { readonly kind: 'refused'; readonly why: SignInFault; readonly cookies: readonly SetCookie[] };
