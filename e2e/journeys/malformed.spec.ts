import { builtActions, formCall } from '@/e2e/actions';
import { test as base, expect } from '@/e2e/fixtures';
import { joinProduct } from '@/e2e/people';
import { sendRaw } from '@/lib/testing/raw-http';
import { checkedBuild, startWebServer } from '@/lib/testing/web-server';

joinProduct();

// The framework logs unreadable requests as its own faults: this server's log is not read.
const test = base.extend<object, { product: string }>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
    async ({}, use) => {
      const web = await startWebServer(process.env.BATON_E2E_DATABASE ?? '', checkedBuild, { log: () => {} });
      await use(web.url);
      await web.stop();
    },
    { scope: 'worker' },
  ],
});

type Asked = { readonly what: string; readonly text: string };

const crowd = 8;

/** The answers to requests, sent a few at a time. */
async function answersTo(product: string, all: readonly Asked[]): Promise<(Asked & { answer: string })[]> {
  const answers: (Asked & { answer: string })[] = [];
  for (let at = 0; at < all.length; at += crowd) {
    const some = all.slice(at, at + crowd).map(async (one) => ({ ...one, answer: await sendRaw(product, one.text) }));
    answers.push(...(await Promise.all(some)));
  }
  return answers;
}

const headersOfEvery = [
  'Content-Security-Policy',
  'X-Content-Type-Options',
  'X-Frame-Options',
  'Referrer-Policy',
].concat(['Permissions-Policy', 'Cross-Origin-Opener-Policy']);
/** Texts that no body may contain: a path of our files, a stack, a statement. */
const inner =
  /node_modules|\/app\/|\.next(-test)?\/|\bat \S+ \(|:\d+:\d+\)|\bselect .+ from |postgres:|ECONN|TypeError|URIError/i;

/** The faults of an answer; none for a proper one. */
function wrongWith({ what, answer }: { what: string; answer: string }): string[] {
  const [head = '', ...rest] = answer.split('\r\n\r\n');
  const status = Number(head.match(/^HTTP\/1\.1 (\d+)/)?.[1] ?? 0);
  if (status < 200 || status >= 500) return [`${what}: ${head.slice(0, 60)}`];
  const doubled = headersOfEvery.filter((name) => head.match(new RegExp(`^${name}: `, 'gim'))?.length !== 1);
  const body = rest.join('\r\n\r\n').replaceAll(/<script[\s\S]*?<\/script>/g, '');
  const shown = status >= 400 && !body.includes('<html') ? inner.exec(body) : null;
  return [...doubled.map((name) => `${what}: ${name}`), ...(shown ? [`${what}: ${shown[0]}`] : [])];
}

const request = (product: string, line: string, lines: readonly string[] = [], body = '') =>
  `${[`${line} HTTP/1.1`, `Host: ${new URL(product).host}`, 'Connection: close', ...lines].join('\r\n')}\r\n\r\n${body}`;

const post = (product: string, path: string, lines: readonly string[], body: string) =>
  request(product, `POST ${path}`, [`Origin: ${product}`, `Content-Length: ${body.length}`, ...lines], body);

const places = [
  '/',
  '/catalogue/units/',
  '/catalogue/indicators/',
  '/reporting/revisions/GDP/320600/',
  '/healthz',
  '/readyz',
]
  .concat(['/assessment/explanation/x/', '/api/search/', '/api/downloads/indicator/', '/api/downloads/run/', '/_next/'])
  .concat(['/_next/static/', '/_next/static/chunks/', '/_next/data/', '/_next/image/', '/no-such-page/', '/sign-in/']);
const bad = [
  '%',
  '%zz',
  '%E0%A4%A',
  '%C0%AF',
  '%ED%A0%80',
  '%ff.js',
  '%00',
  '%0d%0aX:1',
  '\\',
  '/\\',
  '//evil.example',
  '//',
  '\xe9',
];
const odd = [
  '%2F',
  '%5C',
  '%2e%2e%2f',
  '..%5c',
  ';',
  ':',
  '[code]',
  '__proto__',
  '.rsc',
  'a.segments/_tree.segment.rsc',
].concat(['x'.repeat(9000), '%25', '%E2%80%AE', '*', '~', '$1', '{}', "'"]);

test('an invalid address is malformed or not found, never a fault', async ({ product }) => {
  const malformed = places.flatMap((place) => [
    ...bad.map((end) => ({ what: `${place}${end}`, text: request(product, `GET ${place}${end}`) })),
    ...['%', '%zz', '%ff', '%00'].map((end) => ({
      what: `${place}?q=${end}`,
      text: request(product, `GET ${place}?q=${end}&_rsc=x`),
    })),
  ]);
  const answers = await answersTo(product, malformed);
  expect(answers.flatMap(wrongWith)).toEqual([]);
  expect(answers.filter(({ answer }) => !answer.startsWith('HTTP/1.1 400 ')).map(({ what }) => what)).toEqual([]);
  for (const { answer } of answers) expect(answer).toMatch(/请求有误 · The request is malformed\n$/);

  const strange = places.flatMap((place) =>
    odd.map((end) => ({ what: `${place}${end.slice(0, 40)}`, text: request(product, `GET ${place}${end}`) })),
  );
  expect((await answersTo(product, strange)).flatMap(wrongWith)).toEqual([]);
});

const lines: readonly (readonly string[])[] = [
  ...['garbage', '%', '%5B', '%7B%7D', '%5B%22%22%2C%7B%22a%22%3A1%7D%5D', 'x'.repeat(9000)].map((state) => [
    'RSC: 1',
    `Next-Router-State-Tree: ${state}`,
  ]),
  ['RSC: 1', 'Next-Router-Prefetch: 9', 'Next-Router-Segment-Prefetch: /%'],
  ['RSC: 1', 'Next-Url: http://%'],
  ['Accept-Language: %%%;q=zz,,,-'],
  ['Cookie: locale=%; session=%E0%A4%A; __Host-session=%; x;;=;=='],
  ['Range: bytes=9-1,zz'],
  ['If-None-Match: "', 'If-Modified-Since: never'],
  ['Expect: wonders'],
  ['Upgrade: websocket', 'Sec-WebSocket-Key: x'],
  ['Transfer-Encoding: gzip'],
  ['Content-Encoding: br'],
  ['X-Forwarded-Host: %', 'X-Forwarded-Proto: %', 'Forwarded: %'],
  ['Next-Resume: 1', 'X-Nextjs-Data: 1', 'X-Action-Forwarded: 1', 'X-Prerender-Revalidate: x'],
  ['Content-Length: -1'],
  ['Host: evil.example'],
  ['X-H: \x01'],
  [`X-H: ${'x'.repeat(20_000)}`],
];

test('an odd request line or header gets an answer with the headers of every answer', async ({ product }) => {
  const first = [
    'OPTIONS *',
    'OPTIONS /',
    'CONNECT evil.example:443',
    'TRACE /',
    'FOO /',
    'get /',
    'GET http://evil.example/',
  ];
  const all = [
    ...['/catalogue/indicators', '/api/search?q=gdp', '/healthz', '/_next/static/x.js'].flatMap((path) =>
      lines.map((some) => ({ what: `${path} ${some[0]?.slice(0, 60)}`, text: request(product, `GET ${path}`, some) })),
    ),
    ...first.concat('PUT /', 'DELETE /help', 'PATCH /sign-in', 'HEAD /').map((line) => ({
      what: line,
      text: request(product, line),
    })),
    { what: 'no host', text: 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n' },
    { what: 'no host, as of old', text: 'GET / HTTP/1.0\r\n\r\n' },
    { what: 'another version', text: 'GET / HTTP/9.9\r\n\r\n' },
    { what: 'another protocol', text: '\x16\x03\x01\x02\r\n\r\n' },
    { what: 'a bad chunk', text: `${request(product, 'POST /api/locale', ['Transfer-Encoding: chunked'])}zz\r\n` },
  ];
  expect((await answersTo(product, all)).flatMap(wrongWith)).toEqual([]);

  // The framework reads the state only at the address that belongs to it.
  const garbled = await answersTo(
    product,
    lines
      .slice(0, 6)
      .map((some) => ({ what: `${some}`, text: request(product, 'GET /catalogue/indicators?_rsc=x', some) })),
  );
  expect(garbled.map(({ answer }) => answer.slice(9, 12))).toEqual(garbled.map(() => '400'));
});

const multipart = 'Content-Type: multipart/form-data; boundary=baton-check';
const part = (name: string, value: string, more = '') =>
  `--baton-check\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
const end = '--baton-check--\r\n';

/** Bodies that claim to be a form and are none. */
const broken = [
  '',
  'garbage',
  '--baton-check',
  '--baton-check\r\nContent-Dispo',
  '--baton-check\r\nx\r\n\r\ny\r\n--baton-check--\r\n',
  part('a', 'b'),
  part('a', 'b').slice(0, -5),
  `--baton-check\r\nContent-Disposition: form-data\r\n\r\nb\r\n${end}`,
];

/** Forms that no page of the product sends. */
const foreign = [
  '[',
  'null',
  '5',
  '"x"',
  '{}',
  '[]',
  '[1,2]',
  '["$F1"]',
  '["$B1"]',
  '["$@1"]',
  '["$Q1"]',
  '["$nx"]',
  '["$h1"]',
]
  .concat(['["$r1"]', '["$D"]', '["$0"]', '["$1:__proto__:x"]', '['.repeat(5000), '["$1:constructor:constructor"]'])
  .map((state) => `${part('0', state)}${part('1', '{"id":"x","bound":null}')}${end}`)
  .concat(end, part('1', 'x') + end, part('0', 'x', '; filename="x"') + end, `${part('x', 'y').repeat(3000)}${end}`);

test('an unreadable form is refused as malformed, wherever it is sent', async ({ product }) => {
  const id = builtActions().find(({ name }) => name.endsWith('sign-in/actions.ts signIn'))?.id ?? '';
  const action = `Next-Action: ${id}`;
  const good = formCall({ username: 'a', password: 'b' });
  const types = [
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary="',
    'application/json',
    ';;',
  ];
  const unread = [
    ...[...broken, ...foreign].map((body) => ({ lines: [action, multipart], body })),
    ...types.map((type) => ({ lines: [action, `Content-Type: ${type}`], body: good })),
    ...['garbage', '[]', '["$@1"]', ''].map((body) => ({ lines: [action, 'Content-Type: text/plain'], body })),
    ...['x', '', '%', 'a'.repeat(5000)].map((other) => ({ lines: [`Next-Action: ${other}`, multipart], body: good })),
    ...[...broken, part('a', 'b') + end, part(`$ACTION_ID_${id}`, '') + end, part('$ACTION_ID_x', '') + end].map(
      (body) => ({
        lines: [multipart],
        body,
      }),
    ),
    { lines: [multipart], body: `${part('$ACTION_REF_1', '')}${part('$ACTION_1:0', '{')}${end}` },
    {
      lines: [multipart],
      body: `${part('$ACTION_REF_1', '')}${part('$ACTION_1:0', `{"id":"${id}","bound":"$@1"}`)}${part('$ACTION_1:1', '[')}${end}`,
    },
  ].flatMap(({ lines: some, body }) =>
    ['/sign-in', '/no-such-page'].map((path) => ({
      what: `${path} ${some.map((line) => line.slice(0, 60)).join(' ')} ${body.slice(0, 80)}`,
      text: post(product, path, some, body),
    })),
  );
  const answers = await answersTo(product, unread);
  expect(answers.flatMap(wrongWith)).toEqual([]);
  const here = answers.filter(({ what }) => what.startsWith('/sign-in'));
  expect(here.filter(({ answer }) => !answer.startsWith('HTTP/1.1 400 ')).map(({ what }) => what)).toEqual([]);
  const [well] = await answersTo(product, [
    { what: 'good', text: post(product, '/sign-in', [action, multipart], good) },
  ]);
  expect(well?.answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*用户名或密码不正确/);

  const routes = [
    '/api/locale',
    '/api/sign-out',
    '/api/uploads/figures',
    '/api/uploads/attachment',
    '/api/reporting/figures',
  ]
    .concat(['/api/search', '/api/downloads/indicator/GDP', '/api/no-such', '/healthz'])
    .flatMap((path) => [
      ...broken.map((body) => ({ what: `${path} ${body}`, text: post(product, path, [multipart], body) })),
      ...['application/json', 'application/x-www-form-urlencoded', 'text/plain', 'x'].map((type) => ({
        what: `${path} ${type}`,
        text: post(product, path, [`Content-Type: ${type}`], '{"a":%'),
      })),
    ]);
  expect((await answersTo(product, routes)).flatMap(wrongWith)).toEqual([]);
  for (const body of ['garbage', part('locale', 'en').slice(0, -5)]) {
    const answer = await sendRaw(product, post(product, '/api/locale', [multipart], body));
    expect(answer).toMatch(/^HTTP\/1\.1 400 [\s\S]*不是完整的表单/);
  }
});

test('the choice of a language leads to no other host, and back to any page of the product', async ({ product }) => {
  const form = 'Content-Type: application/x-www-form-urlencoded';
  const chooseLanguage = async (back: string) => {
    const body = `locale=en&back=${encodeURIComponent(back)}`;
    return (await sendRaw(product, post(product, '/api/locale', [form], body))).match(/^location: (.*)\r$/im)?.[1];
  };
  expect(await chooseLanguage('/catalogue/units?q=南通')).toBe('/catalogue/units?q=%E5%8D%97%E9%80%9A');
  for (const back of [
    '/\t/evil.example',
    '//evil.example',
    '/..//evil.example',
    '/\\evil.example',
    'https://evil.example',
  ]) {
    expect(new URL((await chooseLanguage(back)) ?? '', product).origin, back).toBe(product);
  }
});

test('a page under another host name is refused, and health stays available to this machine', async () => {
  const origin = 'https://kaohe.example';
  const web = await startWebServer(process.env.BATON_E2E_DATABASE ?? '', checkedBuild, { origin });
  const { port } = new URL(web.url);
  const statusUnder = async (host: string, path: string, more: readonly string[] = []) => {
    const text = [`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: close', ...more].join('\r\n');
    return Number((await sendRaw(web.url, `${text}\r\n\r\n`)).slice(9, 12));
  };
  try {
    for (const host of ['kaohe.example', 'KAOHE.example:443']) expect(await statusUnder(host, '/help')).not.toBe(421);
    for (const host of [
      'evil.example',
      'kaohe.example.',
      'kaohe.example:80',
      `localhost:${port}`,
      `127.0.0.1:${port}`,
    ]) {
      for (const path of ['/', '/help', '/api/search?q=gdp', '/_next/static/x.js', '/no-such-page']) {
        expect(await statusUnder(host, path, ['X-Forwarded-Host: kaohe.example']), `${host} ${path}`).toBe(421);
      }
    }
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]) {
      expect(await statusUnder(host, '/healthz')).toBe(200);
      expect(await statusUnder(host, '/readyz')).toBe(200);
    }
    expect(await statusUnder('evil.example', '/healthz')).toBe(421);
  } finally {
    await web.stop();
  }
});
