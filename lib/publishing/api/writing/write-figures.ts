import { createHash } from 'node:crypto';
import { and, eq, lt } from 'drizzle-orm';
import { db, type Tx } from '@/db/client';
import { apiAnswer } from '@/db/schema/clients';
import type { Caller } from '@/lib/access/caller';
import { perform, toldIfRefused } from '@/lib/access/command';
import { may } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { readsUnit } from '@/lib/access/queries';
import { type FieldFault, Refusal } from '@/lib/errors';
import { recordCited } from '@/lib/observations/cited/record-cited';
import { seenMark } from '@/lib/observations/cited/words';
import { ApiProblem, type BodyFault } from '@/lib/publishing/api/problem';
import { readFigures } from '@/lib/publishing/api/writing/read-body';
import type { FiguresBody, FiguresWritten } from '@/lib/publishing/api/writing-schemas';
import { saveFigures } from '@/lib/reporting/entry/save-figures';

type Given = { readonly principal: Principal; readonly caller: Caller; readonly now: Date };
type Asked = Given & { readonly key: string; readonly text: string };
type Draft = Extract<FiguresBody, { as: 'draft' }>;
type Cited = Extract<FiguresBody, { as: 'cited' }>;
/** An answer in JSON, and whether it was given before. */
export type Kept = { readonly answer: string; readonly isRepeated: boolean };

/** For how many days an answer is kept under its key. */
const keptDays = 7;

/**
 * Writes the figures that a program sends, all or none: into a draft by the command of the entry form, or as cited ones by that
 * of the page of a document. What was answered is kept under the key that the program gave, in the same transaction: the same
 * again gets the same answer and writes nothing, at the same moment too; another text under the key is refused.
 */
export async function writeFigures({ key, text, ...given }: Asked): Promise<Kept> {
  const { principal, now } = given;
  const body = readFigures(text);
  const command = body.as === 'draft' ? saveFigures.name : recordCited.name;
  if (!may(principal.role, command)) throw new ApiProblem('mayNotWrite');
  const clientId = principal.userId;
  const bodyHash = createHash('sha256').update(text).digest('hex');
  const ofKey = and(eq(apiAnswer.clientId, clientId), eq(apiAnswer.key, key));
  return toldIfRefused(command, principal, given, () =>
    db().transaction(async (tx) => {
      const since = new Date(now.getTime() - keptDays * 86_400_000);
      await tx.delete(apiAnswer).where(and(eq(apiAnswer.clientId, clientId), lt(apiAnswer.madeAt, since)));
      // Another request with the key waits here until this one has ended.
      const mine = await tx
        .insert(apiAnswer)
        .values({ clientId, key, bodyHash, madeAt: now })
        .onConflictDoNothing()
        .returning({ key: apiAnswer.key });
      if (mine.length === 0) {
        const [kept] = await tx.select().from(apiAnswer).where(ofKey);
        if (kept?.bodyHash !== bodyHash) throw new ApiProblem('keyReused');
        return { answer: kept.answer, isRepeated: true };
      }
      const data = body.as === 'draft' ? await drafted(tx, body, given) : await cited(tx, body, given);
      const answer = JSON.stringify({ data } satisfies FiguresWritten);
      await tx.update(apiAnswer).set({ answer }).where(ofKey);
      return { answer, isRepeated: false };
    }),
  );
}

/** Saves figures in a draft; refuses all where one was changed since the version that the program had. */
async function drafted(tx: Tx, { collection, unit, figures }: Draft, { principal, ...given }: Given) {
  const cells = figures.map(({ indicator, period, version, ...entry }) => ({
    ...{ indicatorCode: indicator, periodCode: period, version },
    entry: {
      ...{ typed: entry.value, typedYoy: entry.reported_yoy, note: entry.note },
      ...{ sourceText: entry.source_text, explanation: entry.explanation },
    },
  }));
  const input = { collectionId: collection, unitCode: unit, cells };
  const { saved, conflicts } = await perform(saveFigures, principal, input, { ...given, database: tx }).catch(
    (error: unknown) => {
      throw problemOf(error, ({ field }) => placeInDraft(field));
    },
  );
  const moved = conflicts.map(({ indicatorCode, periodCode, version }): BodyFault => {
    const at = figures.findIndex((one) => one.indicator === indicatorCode && one.period === periodCode);
    return { path: ['figures', at, 'version'], told: 'moved', version };
  });
  if (moved.length > 0) throw new ApiProblem('moved', { bodyFaults: moved });
  return saved.map(({ indicatorCode, periodCode, version }) => ({
    ...{ indicator: indicatorCode, unit, period: periodCode, version, id: null },
  }));
}

/** Records cited figures; the faults of all are told together. */
async function cited(tx: Tx, { source, figures }: Cited, { principal, ...given }: Given) {
  const refused: ApiProblem[] = [];
  const written: FiguresWritten['data'] = [];
  for (const [at, { indicator, unit, period, value, reported_yoy, revision, ...words }] of figures.entries()) {
    const key = { indicatorCode: indicator, unitCode: unit, periodCode: period };
    const input = {
      ...{ sourceCode: source, indicator, unit, period, printed: value, reportedYoy: reported_yoy, ...words },
      ...{ rank: '', rankScopeZh: '', rankScopeEn: '', rankGroupCode: '', seenScope: '' },
      seen: revision === undefined ? '' : seenMark({ ...key, revision }),
    };
    try {
      if (!readsUnit(principal, unit)) throw outOfReach(at);
      const id = await perform(recordCited, principal, input, { ...given, database: tx });
      written.push({ indicator, unit, period, version: null, id });
    } catch (error) {
      const problem = problemOf(error, ({ field }) => placeInCited(field, at));
      if (problem instanceof ApiProblem) refused.push(problem);
      else throw problem;
    }
  }
  const bodyFaults = refused.flatMap((one) => one.bodyFaults);
  if (refused.length > 0) {
    throw new ApiProblem(refused.every(({ kind }) => kind === 'moved') ? 'moved' : 'invalidBody', { bodyFaults });
  }
  return written;
}

const outOfReach = (at: number) =>
  new ApiProblem('invalidBody', { bodyFaults: [{ path: ['figures', at, 'unit'], told: 'noUnit' }] });

/** The refusal of a command as a problem, each fault at its place in what was sent; any other error as it is. */
function problemOf(error: unknown, placeOf: (fault: Pick<FieldFault, 'field'>) => BodyFault['path']): unknown {
  if (!(error instanceof Refusal) || (error.kind !== 'invalid' && error.kind !== 'conflict')) return error;
  const { kind, key, details } = error;
  const faults = error.faults.length > 0 ? error.faults : [{ field: '', key, details }];
  const bodyFaults = faults.map((fault): BodyFault => ({ path: placeOf(fault), told: fault }));
  return new ApiProblem(kind === 'conflict' ? 'moved' : 'invalidBody', { bodyFaults });
}

/** What a field of a command is called in what a program sends, where it is called otherwise. */
const names: Readonly<Record<string, string>> = {
  ...{ indicatorCode: 'indicator', periodCode: 'period', typed: 'value', typedYoy: 'reported_yoy' },
  ...{ sourceText: 'source_text', printed: 'value', reportedYoy: 'reported_yoy' },
};

function placeInDraft(field: string): BodyFault['path'] {
  const [cells, at, ...more] = field.split('.');
  if (cells === 'collectionId') return ['collection'];
  if (cells === 'unitCode') return ['unit'];
  const last = more.at(-1);
  return cells === 'cells' && at ? ['figures', Number(at), ...(last ? [names[last] ?? last] : [])] : ['figures'];
}

function placeInCited(field: string, at: number): BodyFault['path'] {
  if (field === 'sourceCode') return ['source'];
  return ['figures', at, ...(field === '' || field === 'seen' ? [] : [names[field] ?? field])];
}
