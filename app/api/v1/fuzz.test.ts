import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { GET as changes } from '@/app/api/v1/changes/route';
import { GET as figures, POST } from '@/app/api/v1/figures/route';
import { GET as indicators } from '@/app/api/v1/indicators/route';
import { GET as lamps } from '@/app/api/v1/lamps/route';
import { GET as document } from '@/app/api/v1/openapi.json/route';
import { GET as oneRanking } from '@/app/api/v1/rankings/[id]/route';
import { GET as rankings } from '@/app/api/v1/rankings/route';
import { GET as tasks } from '@/app/api/v1/tasks/route';
import { GET as units } from '@/app/api/v1/units/route';
import { testDatabase } from '@/db/testing';
import { createClient } from '@/lib/access/clients/create-client';
import { readingRoles } from '@/lib/access/clients/words';
import { perform } from '@/lib/access/command';
import { todayOf } from '@/lib/catalogue/today';
import type { DescribedParameter, Shape } from '@/lib/publishing/api/openapi';
import { checkSettings } from '@/lib/testing/accounts';
import { inventedMonitoring } from '@/lib/testing/invented-monitoring';
import { inventedDocument, inventedFigures, inventedRun, storedScheme } from '@/lib/testing/invented-run';
import { many } from '@/lib/testing/many';
import { person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const tokens: string[] = [];
let run = '';

beforeAll(async () => {
  await inventedFigures(database);
  await inventedMonitoring(sql);
  await storedScheme(database, inventedDocument());
  run = await inventedRun(database);
  const expiresOn = todayOf({ now: new Date() });
  for (const role of readingRoles) {
    const terms = { name: `检查·${role}`, role, unitCode: role === 'reporter' ? 'U1' : '', expiresOn };
    tokens.push((await perform(createClient, person('administrator'), terms, { now: new Date() })).token);
  }
});

type Content = Readonly<Record<string, { readonly schema: Shape }>>;
type Written = {
  readonly operationId: string;
  readonly parameters: readonly DescribedParameter[];
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
};

const written = await (await document(new Request('http://localhost:3000/api/v1/openapi.json'))).json();
const operations = Object.entries<{ get: Written }>(written.paths).map(([path, { get }]) => ({ path, ...get }));

const routes: Readonly<Record<string, (request: Request) => Promise<Response>>> = {
  ...{ indicators, units, figures, changes, rankings, lamps, tasks },
  ranking: (request) => {
    const id = decodeURIComponent(new URL(request.url).pathname.split('/').at(-1) ?? '');
    return oneRanking(request, { params: Promise.resolve({ id }) });
  },
};

/** The check of a schema of the document, read as any client would read it. */
const checkOf = (schema: Shape) =>
  z.fromJSONSchema({ ...schema, components: written.components, $defs: written.components.schemas } as never);

/** Codes, periods and ids that there are, so that answers have rows. */
const known: Readonly<Record<string, readonly string[]>> = {
  indicator: ['M1', 'M2'],
  unit: ['U1', 'U3'],
  scheme: ['S'],
  period: ['2025'],
  period_from: ['2024', '2026-M03'],
  period_to: ['2025', '2026-M04'],
  source: ['INV'],
  collection: ['none'],
};

/** A text that a parameter may have by its schema. */
function goodText({ name, schema }: DescribedParameter): fc.Arbitrary<string> {
  const { pattern, minimum, maximum, format } = schema;
  const texts = known[name]?.length ? [fc.constantFrom(...known[name])] : [];
  if (name === 'id') return fc.constantFrom(run);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === 'integer') return fc.integer({ min: minimum ?? 0, max: maximum ?? 9 }).map(String);
  if (format === 'date-time') {
    const [min, max] = [new Date('0000-01-01T00:00:00Z'), new Date('2040-01-01T00:00:00Z')];
    return fc.date({ min, max, noInvalidDate: true }).map((date) => date.toISOString());
  }
  return fc.oneof(...texts, fc.stringMatching(new RegExp(pattern ?? '^\\w{0,9}$')));
}

/** Texts that people and programs have broken things with. */
const odd = [
  '',
  '0',
  '-1',
  '1e9',
  'null',
  "'",
  '%00',
  '\u0000',
  '\ud800',
  '𝟙',
  '{"$ne":1}',
  '2026-02-30',
  '9'.repeat(40),
];
const anyText = fc.oneof(fc.constantFrom(...odd), fc.string({ unit: 'binary', maxLength: 40 }), fc.string());

/** How often a parameter is left out, where not as often as it is given. */
const rarely: Readonly<Record<string, number>> = { since: 1, cursor: 30 };

type Asked = { readonly [name: string]: string | undefined };

const question = (parameters: readonly DescribedParameter[]) =>
  fc.record({
    asked: fc.record(
      Object.fromEntries(
        parameters.map((one) => {
          const good = { weight: 6, arbitrary: goodText(one) };
          const absent = { weight: rarely[one.name] ?? 5, arbitrary: fc.constant(undefined) };
          return [one.name, fc.oneof(good, absent, { weight: 1, arbitrary: anyText })];
        }),
      ),
    ) as fc.Arbitrary<Asked>,
    more: fc.oneof({ weight: 12, arbitrary: fc.constant(null) }, fc.tuple(fc.string({ minLength: 1 }), anyText)),
    // Every token, one that there is not, and none.
    token: fc.integer({ min: -1, max: readingRoles.length }),
    accept: fc.constantFrom('application/json', 'text/csv', 'application/vnd.sdmx.data+csv', '*/*', ''),
    language: fc.constantFrom('zh-CN', 'en', 'fr;q=2, ,;'),
  });

describe.each(operations)('$operationId', ({ operationId, path, parameters, responses }) => {
  test(
    'answers whatever is asked as its document says, and with no fault',
    async () => {
      const checks = new Map(parameters.map((one) => [one.name, checkOf(one.schema)]));
      const statuses = new Map<number, number>();
      const ask = async (query: string, at: string, headers: Record<string, string>) => {
        const answer = await routes[operationId]?.(new Request(`http://localhost:3000${at}${query}`, { headers }));
        if (!answer) throw new Error(`no route ${operationId}`);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        expect(answer.status).toBeLessThan(500);
        const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
        const content = Object.entries(responses[`${answer.status}`]?.content ?? {});
        const schema = content.find(([named]) => named.split(';')[0] === type)?.[1].schema;
        if (!schema) throw new Error(`${answer.status} ${type} is not in the document`);
        const text = await answer.text();
        const body = type.endsWith('csv') ? text : JSON.parse(text);
        const ref = (schema as { $ref?: string }).$ref;
        const check = checkOf(ref ? written.components.schemas[`${ref.split('/').at(-1)}`] : schema);
        expect(check.parse(body)).toEqual(body);
        return { status: answer.status, body };
      };
      await fc.assert(
        fc.asyncProperty(question(parameters), async ({ asked, more, token, accept, language }) => {
          await sql`delete from throttle`;
          const given = Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined);
          const inQuery = new URLSearchParams(given.filter(([name]) => name !== 'id'));
          if (more) inQuery.append(...more);
          const at = path.replace('{id}', encodeURIComponent(Buffer.from(asked.id ?? run).toString()));
          const headers: Record<string, string> = { accept, 'accept-language': language };
          if (token >= 0) headers.authorization = `Bearer ${tokens[token] ?? 'baton_x'}`;
          const { status, body } = await ask(`?${inQuery}`, at, headers);
          if (status === 400) {
            const named = new Set(body.errors.map(({ field }: { field: string }) => field));
            const wrong = [...inQuery].filter(([name, text]) => {
              const isNumber = name === 'limit' && /^\d{1,9}$/.test(text);
              return !checks.get(name)?.safeParse(isNumber ? Number(text) : text).success;
            });
            for (const [name] of wrong) expect(named).toContain(name);
          }
          // The next page of what was answered is answered as well.
          if (status === 200 && typeof body === 'object' && body.next !== null) {
            const next = new URL(body.next, 'http://localhost:3000');
            expect((await ask(next.search, next.pathname, headers)).status).toBe(200);
          }
        }),
        { seed: 15, numRuns: many(2000, 60) },
      );
      // Most of what is made by the schemas is answered, and some is refused.
      expect(statuses.get(200)).toBeGreaterThan(0);
      expect([...statuses.keys()].some((status) => status >= 400)).toBe(true);
    },
    many(900_000, 60_000),
  );
});

describe('figures that are sent', () => {
  const post = written.paths['/api/v1/figures'].post as Written & {
    readonly requestBody: { readonly content: Content };
  };
  const { schema } = post.requestBody.content['application/json'] ?? {};
  if (!schema) throw new Error('no body is described');
  const check = checkOf(schema);

  /** A value of a schema, and now and then any other. */
  const anyValue = (name: string, shape: Shape): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 30, arbitrary: goodValue(name, shape) }, fc.oneof(anyText, fc.jsonValue({ maxDepth: 1 })));
  function goodValue(name: string, shape: Shape): fc.Arbitrary<unknown> {
    if (shape.const !== undefined) return fc.constant(shape.const);
    const among = shape.oneOf ?? shape.anyOf;
    if (among) return fc.oneof(...among.map((one) => goodValue(name, one)));
    if (shape.items) return fc.array(anyValue('', shape.items), { minLength: 1, maxLength: 4 });
    if (shape.properties) {
      const fields = Object.entries(shape.properties).map(([field, of]) => [field, anyValue(field, of)]);
      const all: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(fields);
      return fc.record(all, { requiredKeys: [...(shape.required ?? [])] });
    }
    if (shape.type === 'integer')
      return fc.oneof(fc.nat({ max: 3 }), goodText({ name, in: 'query', schema: shape }).map(Number));
    return goodText({ name, in: 'query', schema: shape });
  }

  test(
    'are answered as the document says, and with no fault, whatever they are',
    async () => {
      const [office, reporter] = [
        { role: 'assessmentOffice', unitCode: '' },
        { role: 'reporter', unitCode: 'U1' },
      ];
      const expiresOn = todayOf({ now: new Date() });
      const writers = [];
      for (const of of [office, reporter]) {
        const terms = { name: '检查写入', scope: 'write', expiresOn, ...of };
        writers.push((await perform(createClient, person('administrator'), terms, { now: new Date() })).token);
      }
      const statuses = new Map<number, number>();
      await fc.assert(
        fc.asyncProperty(
          anyValue('', schema),
          fc.constantFrom(...writers, tokens[0]),
          fc.oneof({ weight: 9, arbitrary: fc.uuid() }, fc.constantFrom('', 'a key', 'x')),
          async (body, token, key) => {
            await sql`delete from throttle`;
            const headers = { authorization: `Bearer ${token}`, 'idempotency-key': key };
            const sent = { method: 'POST', headers, body: JSON.stringify(body) ?? '' };
            const answer = await POST(new Request('http://localhost:3000/api/v1/figures', sent));
            const read = await answer.json();
            statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
            expect(answer.status, JSON.stringify(read)).toBeLessThan(500);
            const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
            const told = post.responses[`${answer.status}`]?.content?.[type]?.schema;
            if (!told) throw new Error(`${answer.status} ${type} is not in the document`);
            const isProblem = answer.status !== 200;
            expect(checkOf(isProblem ? written.components.schemas.Problem : told).parse(read)).toEqual(read);
            // What the document calls a body is not refused for its form.
            if (answer.status === 200) expect(check.safeParse(body).success).toBe(true);
          },
        ),
        { seed: 15, numRuns: many(3000, 150) },
      );
      expect([...statuses.keys()]).toEqual(expect.arrayContaining([400, 403, 422]));
    },
    many(900_000, 60_000),
  );
});
