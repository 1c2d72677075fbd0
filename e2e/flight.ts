import { createHash } from 'node:crypto';

type Row = { readonly id: string; readonly text: string };

/** The rows of what the framework sends for its scripts: `id:value` and a line break, texts by their length in bytes. */
function rowsOf(sent: string): Row[] {
  const bytes = Buffer.from(sent);
  const rows: Row[] = [];
  for (let at = 0; at < bytes.length; ) {
    const colon = bytes.indexOf(':', at);
    if (colon < 0) break;
    const id = bytes.toString('utf8', at, colon);
    const [head, length] = /^T([0-9a-f]+),/.exec(bytes.toString('latin1', colon + 1, colon + 12)) ?? [];
    const start = colon + 1 + (head?.length ?? 0);
    const lineEnd = bytes.indexOf('\n', start);
    const end = length === undefined ? (lineEnd < 0 ? bytes.length : lineEnd) : start + Number.parseInt(length, 16);
    rows.push({ id, text: bytes.toString('utf8', colon + 1, end) });
    at = length === undefined ? end + 1 : end;
  }
  return rows;
}

/** The most references that are followed one after another; rows may refer to each other in a circle. */
const depth = 24;

/**
 * The rows of a page without their numbers, which follow the order in which its parts happened to be ready: each names
 * another by the content of that one. Two pages of the same content have the same rows.
 */
export function contentRows(sent: string): string[] {
  const rows = rowsOf(sent);
  let named = new Map(rows.map(({ id }) => [id, '']));
  const naming = (text: string) =>
    text.replace(/"\$([A-Z@]?)([0-9a-f]+)(?=[":])/g, (whole, kind, id) =>
      named.has(id) ? `"$${kind}(${named.get(id)})` : whole,
    );
  for (let round = 0; round < depth; round += 1) {
    const next = new Map(
      rows.map(({ id, text }) => [id, createHash('sha256').update(naming(text)).digest('base64url')]),
    );
    const isSettled = rows.every(({ id }) => next.get(id) === named.get(id));
    named = next;
    if (isSettled) break;
  }
  return rows.map(({ text }) => naming(text)).sort();
}
