import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { wordList } from '@/db/schema/catalogue';
import { moment } from '@/db/schema/collections';
import { proposalKinds, proposalStates } from '@/lib/catalogue/proposals/words';

/** A change of the catalogue that reaches into the past, and holds only when a second person has confirmed it. */
export const proposal = pgTable(
  'proposal',
  {
    id: text().primaryKey(),
    kind: text({ enum: proposalKinds }).notNull(),
    state: text({ enum: proposalStates }).notNull().default('waiting'),
    /** What it concerns: `unit/JIA`. */
    subject: text().notNull(),
    /** The input of the command, checked again when it is confirmed. */
    input: jsonb().$type<Readonly<Record<string, unknown>>>().notNull(),
    /** What it would replace, as it was then; null for kinds that do not tell it. */
    was: jsonb().$type<Readonly<Record<string, unknown>> | null>(),
    reason: text().notNull(),
    proposedBy: text('proposed_by').notNull(),
    proposedAt: moment('proposed_at').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: moment('decided_at'),
    /** Why it was refused; empty otherwise. */
    decision: text().notNull().default(''),
    version: integer().notNull().default(1),
  },
  (t) => [
    index('proposal_by_state').on(t.state, t.proposedAt),
    check('proposal_kind_known', sql`${t.kind} in (${wordList(proposalKinds)})`),
    check('proposal_state_known', sql`${t.state} in (${wordList(proposalStates)})`),
  ],
);
