/** Why a save failed, in words, whether the cause may pass by itself, and whether one must sign in again. */
export type Failure = { readonly reason: string; readonly passes: boolean; readonly mustSignIn: boolean };

/** Whether an answer says why nothing was saved. */
export const isFailure = (answer: object): answer is Failure => 'reason' in answer;
