import type { Sql } from 'postgres';
import type { Database } from '@/db/client';
import { type Command, perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import type { ReviewLevel } from '@/lib/reporting/words';
import { type GivenFigure, submittedReturns } from './returns';

let months = 0;

/** Returns under review in a database of tests: makes them, acts on them, and reads what became of them. */
export function underReview({ sql, database }: { sql: Sql; database: Database }) {
  /** A return in a month of its own, so that no test sees the figures of another. */
  async function givenReturn(
    figures: readonly GivenFigure[] = [{ indicatorCode: 'DEMO' }],
    parts: { chain?: readonly ReviewLevel[]; units?: readonly string[] } = {},
  ) {
    months += 1;
    const period = `${2000 + Math.floor(months / 12)}-M${String((months % 12) + 1).padStart(2, '0')}`;
    const collectionId = await submittedReturns(database, { period, figures, ...parts });
    const looked = (codes: readonly string[], version = 1) => ({
      collectionId,
      unitCode: 'JIA',
      figures: codes.map((indicatorCode) => ({ indicatorCode, periodCode: period, version })),
    });
    return { collectionId, period, looked };
  }

  const act = <Input extends Parameters<typeof perform>[0]['input'], Result>(
    command: Command<Input, Result>,
    principal: Principal,
    input: object,
  ) => perform(command, principal, input, { now: new Date() });

  const figureIn = async (collectionId: string, code = 'DEMO') =>
    (await sql`select * from submission_value where collection_id = ${collectionId} and indicator_code = ${code}`)[0];
  const returnIn = async (collectionId: string) =>
    (await sql`select * from submission where collection_id = ${collectionId}`)[0];
  const stepsIn = async (collectionId: string) =>
    (await sql`select kind from review_event where collection_id = ${collectionId} order by step`).map(
      ({ kind }) => kind,
    );
  const auditOf = (collectionId: string) =>
    sql`select command, actor, changes from audit_event where changes like ${`%submission/${collectionId}/JIA%`} order by seq`;
  return { givenReturn, act, figureIn, returnIn, stepsIn, auditOf };
}
