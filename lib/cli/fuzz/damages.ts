import { type Part, packArchive, partsOf } from '@/lib/cli/fuzz/archive-parts';
import { type Chance, oneOf } from '@/lib/cli/fuzz/chance';
import type { SeedFile } from '@/lib/cli/fuzz/seed-files';

/** Turns a valid file into a hostile or broken one. */
export type Damage = (file: SeedFile, random: Chance) => SeedFile;

const utf8 = (text: string) => new TextEncoder().encode(text);
const isWorkbook = ({ name }: SeedFile) => name.endsWith('.xlsx');
const joinBytes = (...pieces: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(pieces));
const renameFile = (file: SeedFile, name: string): SeedFile => ({ ...file, name });

function flipBytes(bytes: Uint8Array, random: Chance): Uint8Array {
  const copy = new Uint8Array(bytes);
  for (let flips = 1 + random(8); flips > 0; flips -= 1) copy[random(copy.length)] = random(256);
  return copy;
}

const sheetName = (parts: readonly Part[]) => parts.find(({ name }) => name.startsWith('xl/worksheets/'))?.name ?? '';

/** Changes one part of a workbook, and leaves any other file unchanged. */
const inPart =
  (
    choose: (parts: readonly Part[], random: Chance) => string,
    change: (content: Uint8Array, random: Chance) => Uint8Array,
  ): Damage =>
  (file, random) => {
    if (!isWorkbook(file)) return { ...file, bytes: flipBytes(file.bytes, random) };
    const parts = partsOf(file.bytes);
    const chosen = choose(parts, random);
    const changed = parts.map((part) =>
      part.name === chosen ? { ...part, content: change(part.content, random) } : part,
    );
    return { ...file, bytes: packArchive(changed) };
  };

const anyPart = (parts: readonly Part[], random: Chance) => oneOf(random, parts).name;
const asText = (change: (text: string, random: Chance) => string) => (content: Uint8Array, random: Chance) =>
  utf8(change(Buffer.from(content).toString('utf8'), random));

/** Adds a part to a workbook. */
const withPart =
  (name: string, content: (random: Chance) => Uint8Array): Damage =>
  (file, random) =>
    isWorkbook(file)
      ? { ...file, bytes: packArchive([...partsOf(file.bytes), { name, content: content(random) }]) }
      : { ...file, bytes: joinBytes(file.bytes, content(random)) };

const insertedIn = (text: string, random: Chance, what: string) => {
  const at = random(text.length + 1);
  return text.slice(0, at) + what + text.slice(at);
};

/** Inserts a text into a list, or into a part of a workbook. */
const inserted =
  (what: (random: Chance) => string): Damage =>
  (file, random) =>
    isWorkbook(file)
      ? inPart(
          anyPart,
          asText((text) => insertedIn(text, random, what(random))),
        )(file, random)
      : { ...file, bytes: utf8(insertedIn(Buffer.from(file.bytes).toString('utf8'), random, what(random))) };

const oldHead = Uint8Array.from(Buffer.from('d0cf11e0a1b11ae1', 'hex'));
const manyStrings = (count: number) =>
  utf8(`<sst>${Array.from({ length: count }, (_, at) => `<si><t>${at}</t></si>`).join('')}</sst>`);
const hostileWords = [
  '=cmd|"/C calc"!A0',
  '\u0000',
  '\ud800',
  '\u202e1.2',
  '1e309',
  '9'.repeat(400),
  "'; drop table upload; --",
  '<script>',
  '_x0000_',
  '\u{1f4a3}',
];
const wrongNames = [
  'a.xlsm',
  'a.xls',
  'a.et',
  'a.xlsb',
  'a',
  '.xlsx',
  '../../a.xlsx',
  'a\u202exslx.exe',
  `${'长'.repeat(300)}.xlsx`,
  'a.xlsx.exe',
  'a\n.csv',
];

export const damages: Readonly<Record<string, Damage>> = {
  none: (file) => file,
  flips: (file, random) => ({ ...file, bytes: flipBytes(file.bytes, random) }),
  truncated: (file, random) => ({ ...file, bytes: file.bytes.slice(0, random(file.bytes.length)) }),
  empty: (file) => ({ ...file, bytes: new Uint8Array() }),
  doubled: (file) => ({ ...file, bytes: joinBytes(file.bytes, file.bytes) }),
  junkBefore: (file, random) => ({
    ...file,
    bytes: joinBytes(
      Uint8Array.from({ length: 1 + random(64) }, () => random(256)),
      file.bytes,
    ),
  }),
  otherName: (file, random) => renameFile(file, oneOf(random, wrongNames)),
  otherKind: (file) => renameFile(file, isWorkbook(file) ? 'a.csv' : 'a.xlsx'),
  encrypted: (file) => ({ ...file, bytes: joinBytes(oldHead, Buffer.from('EncryptedPackage', 'utf16le'), file.bytes) }),
  oldFormat: (file) => ({ ...file, bytes: joinBytes(oldHead, file.bytes) }),
  inPart: inPart(anyPart, flipBytes),
  inSheet: inPart(sheetName, flipBytes),
  cutSheet: inPart(
    sheetName,
    asText((text, random) => text.slice(0, random(text.length))),
  ),
  sliceOut: inPart(
    anyPart,
    asText((text, random) => text.slice(0, random(text.length)) + text.slice(random(text.length))),
  ),
  declared: inPart(
    anyPart,
    asText((text) => `<!DOCTYPE x [<!ENTITY a "b">]>${text}`),
  ),
  farCell: inPart(
    sheetName,
    asText((text) => text.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')),
  ),
  farFormat: inPart(
    sheetName,
    asText((text) => text.replace('</sheetData>', '<row r="60000"><c r="XFD60000" s="0"/></row></sheetData>')),
  ),
  hugeMerges: inPart(
    sheetName,
    asText((text) =>
      text.replace(
        '</sheetData>',
        `</sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(2000)}</mergeCells>`,
      ),
    ),
  ),
  hugeNumber: inPart(
    sheetName,
    asText((text, random) => text.replace(/<v>[^<]*<\/v>/, `<v>${'9'.repeat(1 + random(400))}</v>`)),
  ),
  deepXml: inPart(
    sheetName,
    asText((text) => text.replace('<sheetData>', `${'<a>'.repeat(20_000)}<sheetData>`)),
  ),
  manyStrings: inPart(
    (parts) => parts.find(({ name }) => name === 'xl/sharedStrings.xml')?.name ?? '',
    () => manyStrings(65_536),
  ),
  forgedIdentity: inPart(
    (parts) => parts.find(({ name }) => name === 'xl/sharedStrings.xml')?.name ?? '',
    asText((text, random) =>
      text.replace(/invented-[\w-]+|JIA|>1</g, oneOf(random, hostileWords.slice(3)).replace(/[<&]/g, '')),
    ),
  ),
  forgedSize: (file, random) => {
    if (!isWorkbook(file)) return { ...file, bytes: file.bytes.slice(1) };
    const parts = partsOf(file.bytes);
    return { ...file, bytes: packArchive(parts, { name: anyPart(parts, random), change: { size: random(2 ** 31) } }) };
  },
  macros: withPart('xl/vbaProject.bin', () => utf8('x')),
  links: withPart('xl/externalLinks/externalLink1.xml', () => utf8('<x/>')),
  archiveInside: withPart('xl/media/image1.png', () => utf8('PK\x03\x04zip in zip')),
  path: withPart('../../../tmp/evil.xml', () => utf8('<x/>')),
  hostile: inserted((random) => oneOf(random, hostileWords)),
  nul: inserted(() => '\u0000'),
  bidi: inserted(() => '\u202e\u2066'),
  longCell: inserted(() => 'x'.repeat(100_000)),
  quotes: inserted((random) => '"'.repeat(1 + random(3))),
  wide: inserted(() => ','.repeat(300)),
  noise: (file, random) => ({ ...file, bytes: Uint8Array.from({ length: random(4096) }, () => random(256)) }),
};
export const damageNames = Object.keys(damages);

/** Damages that cost a second or more of reading each; they are drawn less often. */
export const costly: readonly string[] = ['manyStrings', 'hugeMerges', 'deepXml', 'farFormat', 'longCell'];
