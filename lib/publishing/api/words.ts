/** The operations of the interface for programs, by the last part of their address. */
export const operationNames = [
  'indicators',
  'units',
  'figures',
  'changes',
  'rankings',
  'ranking',
  'lamps',
  'tasks',
] as const;
export type OperationName = (typeof operationNames)[number];

/** What is among the tasks, each with its states, and whether something is still to be done. */
export const taskKinds = ['followUp', 'task'] as const;
export const taskChoices = ['open', 'ended'] as const;

/** The most rows of an answer, and how many there are without a number asked for. */
export const mostRows = 1000;
export const usualRows = 100;

/** What a program asks wrongly, each with its words. */
export const faultKeys = [
  'unknown',
  'twice',
  'code',
  'period',
  'order',
  'moment',
  'since',
  'future',
  'limit',
  'cursor',
  'format',
  'kind',
  'state',
  'noIndicator',
  'noUnit',
  'noScheme',
  'field',
  'again',
  'moved',
] as const;
export type FaultKey = (typeof faultKeys)[number];
export type ParameterFault = { readonly field: string; readonly key: FaultKey };

/** Why there is no answer, with the status of HTTP. */
export const problemStatuses = {
  invalid: 400,
  malformed: 400,
  keyNeeded: 400,
  unauthenticated: 401,
  expired: 401,
  revoked: 401,
  tokenNeeded: 401,
  forbidden: 403,
  mayNotWrite: 403,
  notFound: 404,
  methodNotAllowed: 405,
  moved: 409,
  invalidBody: 422,
  keyReused: 422,
  tooMany: 429,
  fault: 500,
  unavailable: 503,
} as const;
export type ProblemKind = keyof typeof problemStatuses;

/** Those of writing alone. */
export const writingProblems: readonly ProblemKind[] = [
  'malformed',
  'keyNeeded',
  'mayNotWrite',
  'moved',
  'invalidBody',
  'keyReused',
];

/** The most figures that are written at once: into a draft, and as cited ones. */
export const mostDrafted = 1000;
export const mostCited = 100;
