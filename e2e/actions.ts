import { existsSync, readFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { type CommandName, permissions } from '@/lib/access/permissions';
import { writingHeaders } from '@/lib/testing/accounts';
import { checkedBuild } from '@/lib/testing/web-server';

const root = process.cwd();
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

/** A server action of the build, with its command; null where the command cannot be determined. */
export type BuiltAction = { readonly id: string; readonly name: string; readonly command: CommandName | null };

type Manifest = Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>;
let kept: Manifest | undefined;

/** The actions of the build, read once and only when a test asks for them. */
function manifest(): Manifest {
  kept ??= JSON.parse(read(checkedBuild, 'server', 'server-reference-manifest.json')).node as Manifest;
  return kept;
}

let actionsOfBuild: readonly BuiltAction[] | undefined;

/** All server actions of the build, used by a page or not. */
export function builtActions(): readonly BuiltAction[] {
  actionsOfBuild ??= readActions();
  return actionsOfBuild;
}

function readActions(): BuiltAction[] {
  return Object.entries(manifest()).map(([id, { filename, exportedName }]) => ({
    id,
    name: `${filename} ${exportedName}`,
    command: commandOf(read(filename), exportedName, 'action'),
  }));
}

/** The address of a page that has the action; another one would cost a second request within the product. */
function addressOf(id: string): string {
  const [file = 'app/sign-in/page'] = Object.keys(manifest()[id]?.workers ?? {});
  return file
    .replace(/^app/, '')
    .replace(/\/page$/, '')
    .replaceAll(/\/\([^)]*\)/g, '')
    .replaceAll(/\[[^\]]*\]/g, 'x');
}

/** A route of the build that accepts writes, with its command; null where the command cannot be determined. */
export type BuiltRoute = { readonly path: string; readonly command: CommandName | null };

/** Every route of the build that accepts other methods than GET. */
export function builtRoutes(): BuiltRoute[] {
  const routes: Record<string, string> = JSON.parse(read(checkedBuild, 'app-path-routes-manifest.json'));
  return Object.entries(routes)
    .filter(([file]) => file.endsWith('/route') && existsSync(join(root, `app${file}.ts`)))
    .map(([file, path]) => ({ path, source: read(`app${file}.ts`) }))
    .filter(({ source }) => /export (const|(async )?function) (POST|PUT|PATCH|DELETE)\b/.test(source))
    .map(({ path, source }) => ({ path, command: commandOf(source, 'POST', 'commandRoute') }));
}

/** The command of an action or a route, read from its source file and that of the command. */
function commandOf(source: string, exportedName: string, by: 'action' | 'commandRoute'): CommandName | null {
  const [, variable] = new RegExp(`export const ${exportedName} = ${by}\\((\\w+),`).exec(source) ?? [];
  const [, file] = new RegExp(`import \\{[^}]*\\b${variable}\\b[^}]*\\} from '@/([^']+)'`).exec(source) ?? [];
  const [, name] =
    (file && new RegExp(`${variable} = command\\(\\{\\s*name: '([^']+)'`).exec(read(`${file}.ts`))) || [];
  return name && name in permissions ? (name as CommandName) : null;
}

export type Answer = {
  readonly status: number;
  readonly body: string;
  readonly redirect: string | null;
  readonly cookies: readonly string[];
};

/** Sends a request to the product over the wire, without additions. */
export function send(
  url: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string | Buffer },
): Promise<Answer & { readonly headers: IncomingMessage['headers'] }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString(),
          redirect: (response.headers['x-action-redirect'] as string | undefined) ?? null,
          cookies: response.headers['set-cookie'] ?? [],
          headers: response.headers,
        }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const boundary = 'baton-check';

/** The body with which the framework's scripts call the action of a form: its state, and the form's fields. */
export function formCall(fields: Readonly<Record<string, string>>, state = '{"status":"fresh"}'): string {
  const part = (name: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const form = Object.entries(fields).map(([name, value]) => part(`_1_${name}`, value));
  return `${form.join('')}${part('0', `[${state},"$K1"]`)}--${boundary}--\r\n`;
}

/** Calls an action over the wire, on a page that has it. `origin` null sends no such header. */
export async function callAction(
  product: string,
  id: string,
  parts: {
    fields: Readonly<Record<string, string>>;
    cookies?: string;
    origin?: string | null;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
  },
): Promise<Answer> {
  const origin = parts.origin === undefined ? product : parts.origin;
  return send(`${product}${parts.path ?? addressOf(id)}`, {
    method: 'POST',
    headers: {
      'next-action': id,
      accept: 'text/x-component',
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...(await writingHeaders(parts.cookies ?? '')),
      cookie: `locale=zh-CN; ${parts.cookies ?? ''}`,
      ...(origin === null ? {} : { origin }),
      ...parts.headers,
    },
    body: parts.body ?? formCall(parts.fields),
  });
}
