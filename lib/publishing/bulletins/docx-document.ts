import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  type IParagraphOptions,
  type IRunOptions,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { translator } from '@/lib/i18n/translator';
import { withoutUnprintable } from '@/lib/printable';
import { annexName, isHead } from './content';
import { annexParts } from './docx-annex';
import { faces, millimetres, points, sizes } from './docx-layout';
import { writtenDate } from './kit/written-date';
import type { BulletinContent } from './words';

const t = translator('zh-CN', 'bulletins');

/**
 * A document as docx in the layout of GB/T 9704-2012: A4 with margins of 37, 28, 35 and 26 mm, the organ in red above a red line,
 * the number, a title of 22 pt, a body of 16 pt on lines of 28 pt, the signature, and annexes on pages of their own.
 */
export async function bulletinDocx(given: BulletinContent): Promise<Buffer> {
  const content = inXml(given);
  const sections: ISectionOptions[] = [
    { properties: page(false), footers, children: [...head(content), ...body(content), ...signature(content)] },
    ...content.annexes.map((annex, at) => {
      const isWide = annex.columns.length > 10;
      const name = annexName(content.annexes, at);
      return { properties: page(isWide), footers, children: annexParts(annex, name, isWide) };
    }),
  ];
  return Packer.toBuffer(
    new Document({
      title: content.title,
      creator: content.organ,
      evenAndOddHeaderAndFooters: true,
      styles: {
        default: { document: { run: { font: faces.body, size: sizes.body, language: { eastAsia: 'zh-CN' } } } },
      },
      sections,
    }),
  );
}

function page(isWide: boolean): NonNullable<ISectionOptions['properties']> {
  const upright = { top: 37, right: 26, bottom: 35, left: 28 };
  const margin = isWide ? { top: 28, right: 37, bottom: 26, left: 35 } : upright;
  return {
    page: {
      size: {
        width: millimetres(210),
        height: millimetres(297),
        orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: {
        ...Object.fromEntries(Object.entries(margin).map(([side, size]) => [side, millimetres(size)])),
        footer: millimetres(isWide ? 18 : 28),
      },
    },
  };
}

/** The content without letters that no XML takes, which names of imported schemes may have. */
function inXml(content: BulletinContent): BulletinContent {
  const kept = (_: string, value: unknown) => (typeof value === 'string' ? withoutUnprintable(value) : value);
  return JSON.parse(JSON.stringify(content, kept));
}

/** “— 1 —” in 14 pt, outside: on the right of odd pages, on the left of even ones. */
const footer = (alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']) =>
  new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: alignment === AlignmentType.RIGHT ? { right: points(14) } : { left: points(14) },
        children: [new TextRun({ font: faces.page, size: sizes.page, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
const footers = { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) };

const line = (text: string, run: Partial<IRunOptions> = {}, more: IParagraphOptions = {}) =>
  new Paragraph({
    spacing: { line: points(28), lineRule: LineRuleType.EXACT },
    ...more,
    children: [new TextRun({ font: faces.body, size: sizes.body, ...run, text })],
  });

/** The organ on one line, as large as that leaves it: of 156 mm. */
const organSize = (organ: string): number => Math.min(sizes.organ, Math.floor((2 * 442) / Math.max(1, organ.length)));

function head({ classification, organ, reference, title, addressee }: BulletinContent): Paragraph[] {
  const red = 'C00000';
  return [
    ...(classification === 'none' ? [] : [line(t(`classifications.${classification}`), { font: faces.head })]),
    line(
      organ,
      { font: faces.title, size: organSize(organ), color: red },
      {
        alignment: AlignmentType.CENTER,
        spacing: { before: points(20), after: points(14), line: points(44), lineRule: LineRuleType.AT_LEAST },
      },
    ),
    line(
      reference,
      {},
      {
        alignment: AlignmentType.CENTER,
        border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: red, space: 6 } },
      },
    ),
    line(
      title,
      { font: faces.title, size: sizes.title },
      {
        alignment: AlignmentType.CENTER,
        spacing: { before: points(56), after: points(28), line: points(34), lineRule: LineRuleType.AT_LEAST },
      },
    ),
    ...(addressee === '' ? [] : [line(`${addressee}：`)]),
  ];
}

function body({ paragraphs, annexes }: BulletinContent): Paragraph[] {
  const indent = { firstLine: points(32) };
  return [
    // The signature never stands on a page without text.
    ...paragraphs.map((text, at) =>
      line(text, isHead(text) ? { font: faces.head } : {}, {
        ...{ indent, keepNext: isHead(text) || at === paragraphs.length - 1 },
      }),
    ),
    ...annexes.map(({ title }, at) =>
      line(
        `${at === 0 ? '附件：' : '　　　'}${annexes.length === 1 ? '' : `${at + 1}. `}${title}`,
        {},
        {
          ...{ indent, keepNext: true },
          ...(at === 0 && { spacing: { before: points(28), line: points(28), lineRule: LineRuleType.EXACT } }),
        },
      ),
    ),
  ];
}

/** The organ and the day below each other, two lines after the text, four characters from the right. */
function signature({ organ, dated }: BulletinContent): Paragraph[] {
  const at = (text: string, more: IParagraphOptions) =>
    line(text, {}, { alignment: AlignmentType.RIGHT, indent: { right: points(64) }, keepLines: true, ...more });
  const spacing = { before: points(56), line: points(28), lineRule: LineRuleType.EXACT };
  return [at(organ, { spacing, keepNext: true }), at(writtenDate(dated), {})];
}
