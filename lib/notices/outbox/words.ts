import type { OutboxKind } from '@/lib/notices/words';

/** Why a message was not taken. */
export const outboxFaults = ['status', 'unreachable', 'tooSlow', 'notAllowed', 'interrupted'] as const;
export type OutboxFault = (typeof outboxFaults)[number];

/** How many messages wait and were given up, and the last fault of either. */
export type OutboxState = { readonly waiting: number; readonly failed: number; readonly fault: OutboxFault | null };

/** A message that was given up, as the list of them shows it; its version is the number of its tries. */
export type FailedMessage = {
  readonly id: string;
  readonly version: number;
  readonly kind: OutboxKind;
  readonly subject: string;
  /** The name of the account, or of the program, that is told. */
  readonly username: string;
  readonly at: Date;
  readonly fault: OutboxFault | '';
  /** The hash of the address, by which the settings name its host. */
  readonly target: string;
  /** The host of the address of a program; null for a notice. */
  readonly host: string | null;
};

/** The most messages of a list, and of one command. */
export const mostListed = 50;

/** After so many tries a message is given up. */
export const mostTries = 10;
