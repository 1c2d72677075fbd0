import { fromBufferPromise } from 'yauzl';
import type { Database } from '@/db/client';
import { perform } from '@/lib/access/command';
import { checkBulletin } from '@/lib/publishing/bulletins/check-bulletin';
import { draftBulletin } from '@/lib/publishing/bulletins/draft-bulletin';
import { issueBulletin } from '@/lib/publishing/bulletins/issue-bulletin';
import type { Source } from '@/lib/publishing/bulletins/sources';
import { firstOffice, secondOffice } from './invented-run';

const frame = {
  ...{ organ: '演示市综合考核委员会办公室', word: '演考办发', addressee: '', classification: 'none' as const },
  dated: '2026-11-20',
};

/** Drafts a document of a kind by one person of the office, as its rules write it. Returns its id. */
export async function draftedBulletin(database: Database, source: Source, now = new Date()): Promise<string> {
  const { id } = await perform(draftBulletin, firstOffice, { source, corrects: '', ...frame }, { now, database });
  return id;
}

/** The same, checked by another person and issued. */
export async function issuedBulletin(database: Database, source: Source, now = new Date()): Promise<string> {
  const id = await draftedBulletin(database, source, now);
  await perform(checkBulletin, secondOffice, { id, version: 1 }, { now, database });
  await perform(issueBulletin, firstOffice, { id, version: 2 }, { now, database });
  return id;
}

/** The texts of a docx, as another program reads them: a paragraph each, of the part with its body. */
export async function docxTexts(file: Uint8Array): Promise<string[]> {
  const archive = await fromBufferPromise(Buffer.from(file), {});
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName !== 'word/document.xml') continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    const xml = Buffer.concat(chunks).toString('utf8');
    const plain = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' } as const;
    return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
        .map(([, text = '']) => text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => plain[name as 'lt']))
        .join(''),
    );
  }
  throw new Error('no document');
}
