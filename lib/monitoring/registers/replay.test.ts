import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { blindTables } from '@/lib/monitoring/registers/blind/queries';
import { countCells } from '@/lib/monitoring/registers/counts/queries';
import { recordVisit } from '@/lib/monitoring/registers/entries/record-visit';
import { saveEntry } from '@/lib/monitoring/registers/entries/save-entry';
import { entryLines } from '@/lib/monitoring/registers/list/queries';
import { registerOf } from '@/lib/monitoring/registers/queries';
import { saveRegister } from '@/lib/monitoring/registers/save-register';
import { checkSettings } from '@/lib/testing/accounts';
import { many } from '@/lib/testing/many';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-06-10T09:00:00+08:00');
const office = person('assessmentOffice', { userId: 'office' });
const units = { jia: person('reporter', { unitCode: 'JIA' }), yi: person('unitReviewer', { unitCode: 'YI' }) };
beforeAll(async () => {
  await fictionalIndicators(database);
  // YI ends with the third of the days below.
  await sql`update org_unit set valid_to = '2026-03-05' where code = 'YI'`;
});

const give = (command: Command<never, unknown>, input: object) =>
  perform(command, office, input as never, { now, database }) as Promise<unknown>;

/** The days of 2026 that acts are about, as written; the last one is still to come. */
const days = ['2026-01-05', '2026-02-05', '2026-03-05', '2026-04-05', '2026-05-05', '2026-06-10', '2026-06-11'];
type Said = { state: string; name: string; field: string; grade: string; bureau: string; street: string };
type Act = { entry: number; day: number; kind: 'save' | 'visit'; terms: Said };

/**
 * A register as the office tells it, without the product: for every entry a table of days, each with what it says then. A change
 * from a day on fills the days until the next one on which the same word was changed.
 */
class Told {
  readonly at = new Map<number, { [Field in keyof Said]: (string | null)[] }>();
  readonly visits = new Map<number, Set<number>>();

  says(entry: number, day: number): Said {
    const table = this.at.get(entry);
    const last = (field: keyof Said) => table?.[field].slice(0, day + 1).findLast((value) => value !== null) ?? '';
    return {
      ...{ state: last('state'), name: last('name'), field: last('field'), grade: last('grade') },
      ...{ bureau: last('bureau'), street: last('street') },
    };
  }

  /** Whether the act is taken. */
  take({ entry, day, kind, terms }: Act): boolean {
    if (days[day] === '2026-06-11') return false;
    if (kind === 'visit') {
      const seen = this.visits.get(entry) ?? new Set();
      if (!this.at.has(entry) || this.says(entry, 5).state === '' || this.says(entry, day).state !== 'joined')
        return false;
      if ([...seen].filter((one) => one <= day).includes(day)) return false;
      this.visits.set(entry, seen.add(day));
      return true;
    }
    const before = this.says(entry, day);
    if (before.state === '' && terms.state === 'left') return false;
    const fields = (Object.keys(terms) as (keyof Said)[]).filter((field) => terms[field] !== before[field]);
    if (fields.length === 0) return false;
    const empty = () => days.map(() => null);
    const table = this.at.get(entry) ?? {
      ...{ state: empty(), name: empty(), field: empty(), grade: empty(), bureau: empty(), street: empty() },
    };
    for (const field of fields) (table[field] as (string | null)[])[day] = terms[field];
    this.at.set(entry, table);
    return true;
  }
}

const acts = fc.array(
  fc.record({
    entry: fc.nat(3),
    day: fc.nat(days.length - 1),
    kind: fc.constantFrom('save' as const, 'save' as const, 'save' as const, 'visit' as const),
    terms: fc.record({
      state: fc.constantFrom('joined', 'joined', 'joined', 'left'),
      name: fc.constantFrom('演示一厂', '演示二厂'),
      field: fc.constantFrom('', 'F1', 'F2'),
      grade: fc.constantFrom('', 'RED', 'BLUE'),
      bureau: fc.constantFrom('', 'JIA', 'YI'),
      street: fc.constantFrom('', 'JIA', 'YI'),
    }),
  }),
  { minLength: 3, maxLength: 16 },
);
let number = 0;

test('any dated changes leave a register of every day as the office tells it, counted and seen by each unit alike', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (asked) => {
      number += 1;
      const code = `REPLAY-${number}`;
      const lists = { fields: 'F1 | 冶金\nF2 | 机械', grades: 'RED | 红\nBLUE | 蓝', groups: '' };
      const about = { code, version: 0, kind: 'entities', nameZh: `演示台账${number}`, nameEn: 'Invented' };
      await give(saveRegister as never, { ...about, ...lists, visitDays: 40 });
      const told = new Told();
      const versions = new Map<number, number>();
      for (const act of asked) {
        const version = versions.get(act.entry) ?? 0;
        const shown = { register: code, identifier: `DEMO000${act.entry}`, version };
        const day = days[act.day];
        const took = await (act.kind === 'visit'
          ? give(recordVisit as never, { ...shown, version: Math.max(1, version), unit: '', day, note: '看过现场' })
          : give(saveEntry as never, { ...shown, ...act.terms, group: '', from: day, reason: '按台账办理' })
        ).then(
          () => true,
          (error: unknown) => {
            if (!(error instanceof Refusal)) throw error;
            return false;
          },
        );
        expect(took, JSON.stringify(act)).toBe(told.take(act));
        if (took) versions.set(act.entry, version + 1);
      }
      const register = await registerOf(office, code);
      if (!register) throw new Error('the register is there');
      for (const [at, day] of days.slice(0, 6).entries()) {
        const all = [...told.at.keys()].sort().flatMap((entry) => {
          const said = told.says(entry, at);
          const visited = [...(told.visits.get(entry) ?? [])].filter((one) => one <= at);
          const visit = visited.length === 0 ? '' : (days[Math.max(...visited)] ?? '');
          let since = at;
          while (since > 0 && told.says(entry, since - 1).state === 'joined') since -= 1;
          return said.state === 'joined' ? [{ identifier: `DEMO000${entry}`, ...said, visit, since: days[since] }] : [];
        });
        for (const [who, unit] of [
          [office, ''],
          [units.jia, 'JIA'],
          [units.yi, 'YI'],
        ] as const) {
          const seen = all.filter(({ street, bureau }) => unit === '' || street === unit || bureau === unit);
          const any = {
            ...{ day, field: '', grade: '', bureau: '', street: '', group: '' },
            blind: '',
            text: '',
          } as const;
          const lines = await entryLines(who, register, any, { most: 100 });
          expect(
            lines.map(({ group: _group, ...line }) => ({
              ...line,
              ...{ bureau: line.bureau?.code ?? '', street: line.street?.code ?? '' },
            })),
          ).toEqual(seen);
          const cells = new Map<string, number>();
          for (const { field, grade, street } of seen) {
            const key = `${field}/${grade}/${street}`;
            cells.set(key, (cells.get(key) ?? 0) + 1);
          }
          const counted = await countCells(who, code, day);
          expect(new Map(counted.map((one) => [`${one.field}/${one.grade}/${one.street}`, one.count]))).toEqual(cells);
          const longAgo = (visit: string) => visit === '' || (Date.parse(day) - Date.parse(visit)) / 86_400_000 > 40;
          const { all: blind } = await blindTables(who, register, day);
          expect(blind).toEqual({
            entries: seen.length,
            noField: seen.filter(({ field }) => field === '').length,
            noGrade: seen.filter(({ grade }) => grade === '').length,
            noBureau: seen.filter(({ bureau }) => bureau === '').length,
            noStreet: seen.filter(({ street }) => street === '').length,
            endedUnit: seen.filter(({ street, bureau }) => at > 2 && [street, bureau].includes('YI')).length,
            notVisited: seen.filter(({ visit }) => longAgo(visit)).length,
          });
        }
      }
    }),
    { numRuns: many(100, 12) },
  );
}, 120_000);
