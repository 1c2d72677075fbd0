import * as z from 'zod';
import { MonitoringSource } from './monitoring/schema';
import { RankingSource } from './ranking/schema';
import { ReminderSource } from './reminder/schema';
import { ResponsibilitiesSource } from './responsibilities/schema';
import { ScoreSource } from './score/schema';
import { TasksSource } from './tasks/schema';
import { type BulletinKind, type SourcePart, type SourceRow, sourceParts } from './words';

/** The register of the sources of documents. Every schema needs a room in `register/queries.ts`, or that file does not compile. */
export const Source = z.discriminatedUnion('kind', [
  RankingSource,
  MonitoringSource,
  ScoreSource,
  ReminderSource,
  TasksSource,
  ResponsibilitiesSource,
]);
export type Source = z.infer<typeof Source>;
export type SourceOf<Kind extends BulletinKind> = Extract<Source, { kind: Kind }>;

/** The parts that each kind has. */
const partsOf = new Map(Source.options.map(({ shape }) => [shape.kind.value as BulletinKind, Object.keys(shape)]));

/** A source as its columns hold it. */
export function rowOf(source: Source): SourceRow {
  const parts: Partial<Record<string, string>> = source;
  return {
    kind: source.kind,
    ...(Object.fromEntries(sourceParts.map((part) => [part, parts[part] ?? null])) as Record<
      SourcePart,
      string | null
    >),
  };
}

/** The source that columns hold. */
export function sourceOf(row: SourceRow): Source {
  const own = (partsOf.get(row.kind) ?? []).map((part) => [part, row[part as keyof SourceRow]]);
  return Source.parse(Object.fromEntries(own));
}
