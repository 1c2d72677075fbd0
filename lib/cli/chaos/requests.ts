import { marksIn, type Person } from '@/lib/cli/chaos/people';
import { type Chance, oneOf } from '@/lib/cli/fuzz/chance';
import { writingHeaders } from '@/lib/testing/accounts';

/** The outcome of the requests, and each answer that was meant for another user. */
export type Tally = {
  own: number;
  /** Refused or failed requests: 5xx, 409 and 429, and broken connections. */
  none: number;
  readonly foreign: string[];
  /** Answers that treated a signed-in user as a visitor. */
  readonly strangers: string[];
  readonly statuses: Map<string, number>;
};

type Ask = { readonly path: string; readonly write?: true; readonly headers?: Record<string, string> };

const asksOf = (collectionId: string): readonly Ask[] => [
  { path: '/access/account' },
  { path: '/access/account', headers: { rsc: '1' } },
  { path: '/workbench' },
  { path: `/reporting/entry/${collectionId}` },
  { path: `/api/downloads/template/${collectionId}?format=csv` },
  { path: '/api/reporting/figures', write: true },
  { path: '/api/reporting/figures', write: true },
];

/** Lets all people send requests, one after another, until `count` requests are done in all. */
export async function askAll(
  { url, people, collectionId }: { url: string; people: readonly Person[]; collectionId: string },
  { count, random, told }: { count: number; random: Chance; told: (done: number) => void },
): Promise<Tally> {
  const tally: Tally = { own: 0, none: 0, foreign: [], strangers: [], statuses: new Map() };
  const asks = asksOf(collectionId);
  let begun = 0;
  let done = 0;
  const onePerson = async (person: Person) => {
    const versions = new Map<string, number>();
    while (begun < count) {
      begun += 1;
      await askOnce(url, person, oneOf(random, asks), { collectionId, versions, random, tally });
      done += 1;
      told(done);
    }
  };
  await Promise.all(people.map(onePerson));
  return tally;
}

type Writing = { collectionId: string; versions: Map<string, number>; random: Chance; tally: Tally };

async function askOnce(url: string, person: Person, ask: Ask, writing: Writing): Promise<void> {
  const { tally } = writing;
  const options: RequestInit = {
    redirect: 'manual',
    headers: {
      ...(await writingHeaders(person.cookies)),
      origin: url,
      'content-type': 'application/json',
      ...ask.headers,
    },
    signal: AbortSignal.timeout(60_000),
    ...(ask.write ? { method: 'POST', body: cellsOf(person, writing) } : {}),
  };
  let status = 'broken';
  let text = '';
  try {
    let answer = await fetch(`${url}${ask.path}`, options);
    // The framework's script redirects to an address that names what it has already.
    const again = answer.headers.get('location') ?? '';
    if (again.includes('_rsc')) answer = await fetch(new URL(again, url), options);
    status = `${answer.status}`;
    text = `${answer.headers.get('content-disposition') ?? ''} ${await answer.text()}`;
  } catch {
    // The failure is already counted.
  }
  const what = `${ask.write ? 'POST ' : ''}${ask.path.split('?')[0]} ${status}`;
  tally.statuses.set(what, (tally.statuses.get(what) ?? 0) + 1);
  const marks = marksIn(decodedText(text));
  const foreign = [...marks].filter((mark) => mark !== person.mark);
  if (foreign.length > 0) tally.foreign.push(`${person.mark} was shown ${foreign.join(', ')} at ${what}`);
  else if (/^(301|302|303|307|308|401|403)$/.test(status) || text.includes('/sign-in?'))
    tally.strangers.push(`${person.mark} at ${what}`);
  else if (ask.write && /^(200|409)$/.test(status)) keepVersions(text, writing.versions, tally);
  else if (marks.has(person.mark)) tally.own += 1;
  else tally.none += 1;
}

/** The form of two figures, with the asker's mark as their explanation. */
function cellsOf(person: Person, { collectionId, versions, random }: Writing): string {
  const cells = [random(20), 20 + random(20)].map((at) => {
    const indicatorCode = `D${at + 1}`;
    const entry = { typed: `${random(1000)}`, typedYoy: '', note: person.mark, sourceText: '', explanation: '' };
    return { indicatorCode, periodCode: '2026-M09', version: versions.get(indicatorCode) ?? 0, entry };
  });
  return JSON.stringify({ collectionId, unitCode: person.unitCode, cells });
}

/** Stores the versions in the answer to a write, which must be those of the asker's own figures. */
function keepVersions(text: string, versions: Map<string, number>, tally: Tally): void {
  const answer = JSON.parse(text) as Record<'saved' | 'conflicts', { indicatorCode: string; version: number }[]>;
  for (const { indicatorCode, version } of [...answer.saved, ...answer.conflicts]) versions.set(indicatorCode, version);
  tally.own += 1;
}

function decodedText(text: string): string {
  return text.replace(/%7A/gi, 'z');
}
