import { and, gte, isNull, lte, or, sql } from 'drizzle-orm';
import { peerGroupMember, period } from '@/db/schema/catalogue';

/** The condition that a member belongs to its group on some day of the row's period. */
export const memberInPeriod = and(
  lte(peerGroupMember.validFrom, sql`${period.endsOn}`),
  or(isNull(peerGroupMember.validTo), gte(peerGroupMember.validTo, sql`${period.startsOn}`)),
);
