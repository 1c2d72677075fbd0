import { createHash } from 'node:crypto';
import type { BulletinSource } from './kit/room';
import { filledText, paragraphsOf } from './marks';
import { referenceOf } from './reference';
import type { BulletinContent, BulletinTerms } from './words';

/** A document as it is read, with every mark in its place; one that corrects another cites it first. */
export function bulletinContent(
  terms: BulletinTerms,
  { facts, annexes }: BulletinSource,
  { number, corrects }: { readonly number: number | null; readonly corrects: Cited | null },
): BulletinContent {
  const { organ, word, classification, addressee, dated } = terms;
  const cited = corrects && `本文更正《${within(corrects.title)}》（${corrects.reference}）。`;
  return {
    ...{ organ, classification, addressee, dated },
    reference: referenceOf(word, Number(dated.slice(0, 4)), number),
    title: filledText(terms.title, facts),
    paragraphs: [...(cited ? [cited] : []), ...paragraphsOf(terms.body).map((line) => filledText(line, facts))],
    annexes,
  };
}

/** The mark of a document as it is read, so that what was checked is what is issued. */
export const contentMark = (content: BulletinContent): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');

/** What an annex is called: 附件, or 附件1 where there are several. */
export const annexName = (annexes: readonly unknown[], at: number): string =>
  annexes.length === 1 ? '附件' : `附件${at + 1}`;

/** A title in another one: 《》 within 《》 is 〈〉. */
const within = (title: string): string => title.replaceAll('《', '〈').replaceAll('》', '〉');

/** The document that another one corrects. */
export type Cited = { readonly title: string; readonly reference: string };

/** Whether a paragraph is a head of the first order: 一、总体情况. */
export const isHead = (text: string): boolean =>
  /^[一二三四五六七八九十]+、.{1,30}$/u.test(text) && !/[。：；]$/u.test(text);
