import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openSql } from '@/db/client';

// A process of its own: answers each of the statements that it was started with as JSON, at /0, /1 …; tells its port to who
// started it.

const sql = openSql(process.env.DATABASE_URL ?? '', { max: 10 });
const statements: readonly string[] = JSON.parse(process.argv[2] ?? '[]');

const server = createServer(async (request, response) => {
  const statement = statements[Number(request.url?.slice(1))] ?? 'select 1';
  const rows = await sql.unsafe(statement, [], { prepare: true });
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify({ data: rows }));
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
