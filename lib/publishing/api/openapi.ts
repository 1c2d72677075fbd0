import * as z from 'zod';
import { maySee } from '@/lib/access/permissions';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import { type Operation, operations } from '@/lib/publishing/api/operations';
import { Problem } from '@/lib/publishing/api/schemas';
import { sdmxType, sdmxVersion } from '@/lib/publishing/api/sdmx-csv';
import {
  type OperationName,
  operationNames,
  type ProblemKind,
  problemStatuses,
  writingProblems,
} from '@/lib/publishing/api/words';
import { FiguresBody, FiguresWritten } from '@/lib/publishing/api/writing-schemas';

/** A JSON schema as far as the reference reads it. */
export type Shape = {
  /** One, or several where a value may also be empty. */
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly description?: string;
  readonly anyOf?: readonly Shape[];
  /** Each kind of what is sent. */
  readonly oneOf?: readonly Shape[];
  readonly const?: string;
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
};

type Words = (name: string) => string | undefined;

/** The JSON schema of a zod schema, with words for each of its properties. */
function described(schema: z.ZodType, io: 'input' | 'output', words: Words): Shape {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
  return withWords(shape as Shape, words);
}

function withWords(shape: Shape, words: Words): Shape {
  const properties = Object.entries(shape.properties ?? {}).map(([name, one]) => {
    const description = words(name);
    return [name, { ...withWords(one, words), ...(description && { description }) }] as const;
  });
  return {
    ...shape,
    ...(shape.properties && { properties: Object.fromEntries(properties) }),
    ...(shape.items && { items: withWords(shape.items, words) }),
    ...(shape.anyOf && { anyOf: shape.anyOf.map((one) => withWords(one, words)) }),
    ...(shape.oneOf && { oneOf: shape.oneOf.map((one) => withWords(one, words)) }),
  };
}

export type DescribedParameter = { readonly name: string; readonly in: 'path' | 'query'; readonly schema: Shape };
export type DescribedOperation = {
  readonly name: OperationName;
  readonly path: string;
  readonly title: string;
  readonly about: string;
  readonly parameters: readonly DescribedParameter[];
  readonly answer: Shape;
  readonly hasCsv: boolean;
  /** Whether a visitor does not read it. */
  readonly needsToken: boolean;
  /** The address of the example, with `{id}` where a part is put in. */
  readonly example: string;
};

/** The operations with their parameters and answers in words, made of the schemas by which they are read and checked. */
export function describedOperations(locale: Locale): DescribedOperation[] {
  const t = translator(locale, 'api');
  const wordsOf = (kind: 'parameters' | 'fields') => (name: string) =>
    t.has(`${kind}.${name}` as never) ? t(`${kind}.${name}` as never) : undefined;
  return operationNames.map((name) => {
    const operation: Operation = operations[name];
    const query = described(operation.parameters, 'input', wordsOf('parameters')).properties ?? {};
    const inPath = /\{(\w+)\}/.exec(operation.path)?.[1];
    return {
      ...{ name, path: operation.path, hasCsv: operation.hasCsv ?? false },
      needsToken: operation.view !== undefined && !maySee('visitor', operation.view),
      ...{ title: t(`operations.${name}.title`), about: t(`operations.${name}.about`) },
      parameters: [
        ...(inPath ? [{ name: inPath, in: 'path' as const, schema: idShape(wordsOf('parameters')(inPath)) }] : []),
        ...Object.entries(query).map(([one, schema]) => ({ name: one, in: 'query' as const, schema })),
      ],
      answer: described(operation.answer, 'output', wordsOf('fields')),
      example: withQuery(operation.path, operation.example),
    };
  });
}

export type DescribedWriting = Pick<DescribedOperation, 'path' | 'title' | 'about' | 'answer'> & {
  readonly name: 'writeFigures';
  readonly body: Shape;
  /** The header that names the request. */
  readonly key: string;
};

/** The one operation that writes, in words. */
export function describedWriting(locale: Locale): DescribedWriting {
  const t = translator(locale, 'api');
  const words = (name: string) => (t.has(`fields.${name}` as never) ? t(`fields.${name}` as never) : undefined);
  return {
    ...{ name: 'writeFigures', path: paths.apiFigures, title: t('writing.title'), about: t('writing.about') },
    ...{ body: described(FiguresBody, 'input', words), answer: described(FiguresWritten, 'output', words) },
    key: t('writing.key'),
  };
}

const idShape = (description = ''): Shape => ({ type: 'string', description });

/** The interface as an OpenAPI 3.1 document. */
export function openApiDocument(locale: Locale): object {
  const t = translator(locale, 'api');
  const answerOf = (description: string, type: string, schema: object) => ({
    description,
    content: { [type]: { schema } },
  });
  const problem = { $ref: '#/components/schemas/Problem' };
  const problemsOf = ({ writes }: { writes: boolean }) => {
    const told = (Object.keys(problemStatuses) as ProblemKind[]).filter(
      (kind) => writes || !writingProblems.includes(kind),
    );
    return [...new Set(told.map((kind) => problemStatuses[kind]))].map((status) => {
      const titles = told.filter((kind) => problemStatuses[kind] === status).map((kind) => t(`problems.${kind}.title`));
      return [
        `${status}`,
        answerOf(titles.join(locale === 'en' ? '; ' : '；'), 'application/problem+json', problem),
      ] as const;
    });
  };
  const writing = describedWriting(locale);
  const key = { name: 'Idempotency-Key', in: 'header', required: true, description: writing.key };
  const written = {
    ...{ operationId: writing.name, summary: writing.title, description: writing.about, security: [{ token: [] }] },
    parameters: [{ ...key, schema: { type: 'string', pattern: '^[!-~]{1,200}$' } }],
    requestBody: { required: true, content: { 'application/json': { schema: writing.body } } },
    responses: {
      '200': answerOf(writing.title, 'application/json', writing.answer),
      ...Object.fromEntries(problemsOf({ writes: true })),
    },
  };
  const addresses = describedOperations(locale).map(({ name, path, title, about, parameters, answer, ...more }) => [
    path,
    {
      ...(path === writing.path && { post: written }),
      get: {
        operationId: name,
        ...(more.needsToken && { security: [{ token: [] }] }),
        ...{ summary: title, description: about },
        parameters: parameters.map(({ name: named, in: where, schema: { description, ...schema } }) => ({
          ...{ name: named, in: where, required: where === 'path', description, schema },
        })),
        responses: {
          '200': {
            description: title,
            content: {
              'application/json': { schema: answer },
              ...(more.hasCsv && {
                'text/csv': { schema: { type: 'string' } },
                [`${sdmxType};version=${sdmxVersion}`]: { schema: { type: 'string' } },
              }),
            },
          },
          '304': { description: 'ETag' },
          ...Object.fromEntries(problemsOf({ writes: false })),
        },
      },
    },
  ]);
  return {
    openapi: '3.1.1',
    info: { title: `Baton 指挥棒 · ${t('title')}`, version: '1', description: t('lead') },
    servers: [{ url: paths.overview }],
    security: [{}, { token: [] }],
    paths: Object.fromEntries(addresses),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: described(Problem, 'output', () => undefined) },
    },
  };
}
