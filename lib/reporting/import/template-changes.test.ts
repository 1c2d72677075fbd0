import { expect, test } from 'vitest';
import { formWorkbook } from '@/lib/publishing/xlsx/form-workbook';
import { templateSheet } from '@/lib/reporting/import/template/template-sheet';
import type { OpenFigure, TemplateReturn } from '@/lib/reporting/import/words';
import { writtenStaged } from '@/lib/reporting/import/written-finding';
import { asked, figure, open, read, template } from '@/lib/testing/sheets';

const madeAt = new Date('2026-11-02T01:14:00Z');
/** A template that was downloaded when the task asked these figures, filled in, and uploaded to what it asks now. */
async function uploaded(then: readonly OpenFigure[], now: readonly OpenFigure[], values: readonly (string | null)[]) {
  const asks: TemplateReturn = {
    ...template,
    figures: then.map((one) => ({ ...one, previous: null, yearEarlier: null })),
  };
  const form = templateSheet(asks, 'zh-CN', madeAt);
  const rows = form.rows.map((row, at) => {
    const value = values[at];
    return value ? row.with(7, { number: value, decimals: 2 }) : row;
  });
  return read(await formWorkbook({ ...form, rows }), '表.xlsx', { ...asked, returns: [{ ...open, figures: now }] });
}
type Told = Awaited<ReturnType<typeof uploaded>>['told'];
const about = (told: Told, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  told
    .filter(({ key }) => key.startsWith('template'))
    .map((one) => writtenStaged(one, { indicatorCode: null, periodCode: null }, locale));
const redefined = (code: string, definition: string): OpenFigure => ({ ...figure(code), definition });

test('a template of what is asked still says when it was downloaded, and no more', async () => {
  const { told } = await uploaded(open.figures, open.figures, ['1']);
  expect(about(told)).toEqual(['这份模板是 2026-11-02 09:14 下载的。']);
});

test('figures that are no longer asked are named and refused by cell, new ones are named, the others are read', async () => {
  const { told, rows } = await uploaded([figure('A'), figure('X')], [figure('A'), figure('B')], ['12.5', '7']);
  expect(about(told).slice(1)).toEqual([
    '模板下载之后，任务不再要这 1 项：演示指标X 2026年10月。文件里填了的，须删去再上传。',
    '任务现在要、文件里没有的 1 项：演示指标B 2026年10月。请在填报表中补填，或重新下载模板。',
  ]);
  expect(rows.map(({ address, kind, value }) => [address, kind, value])).toEqual([
    ['H7', 'added', '12.5'],
    ['H8', 'faulty', null],
  ]);
  expect(about(told, 'en')[2]).toContain('Demonstration B Oct 2026');
});

test('an empty row of a figure that is no longer asked keeps nothing from being written', async () => {
  const { rows } = await uploaded([figure('A'), figure('X')], [figure('A')], ['12.5', null]);
  expect(rows.map(({ kind }) => kind)).toEqual(['added']);
});

test('another unit of measure is named, and the figure is converted from the former one', async () => {
  const { told, rows } = await uploaded([figure('A', '亿元')], [figure('A', '万元')], ['1.25']);
  expect(about(told).slice(1)).toEqual([
    '模板下载之后，这 1 项的计量单位改了：演示指标A 2026年10月：亿元 → 万元。文件里的数按原单位换算，请核对。',
  ]);
  expect(rows[0]).toMatchObject({ kind: 'added', value: '12500' });
});

test('another definition is named', async () => {
  const { told } = await uploaded([redefined('A', '1f'), figure('B')], [redefined('A', '2e'), figure('B')], ['1']);
  expect(about(told).slice(1)).toEqual([
    '模板下载之后，这 1 项的指标解释改了：演示指标A 2026年10月。请按新的口径核对。',
  ]);
});

test('a template from before it said what it asked tells of figures that it has no row for', async () => {
  const form = templateSheet({ ...template, figures: template.figures.slice(0, 1) }, 'zh-CN', madeAt);
  const old = { ...form, identity: form.identity.filter(([label]) => label !== 'item' && label !== 'made') };
  const { told } = await read(await formWorkbook(old));
  expect(about(told)).toEqual([
    '任务现在要、文件里没有的 2 项：演示指标B 2026年10月、演示指标R 2026年10月。请在填报表中补填，或重新下载模板。',
  ]);
});

test('many changed figures are named as far as twenty, and counted', async () => {
  const many = Array.from({ length: 25 }, (_, at) => figure(`N${at}`));
  const { told } = await uploaded([figure('A')], [figure('A'), ...many], ['1']);
  const [, lacks = ''] = about(told);
  expect(lacks).toContain('没有的 25 项');
  expect(lacks).toContain('演示指标N19 2026年10月、…');
  expect(lacks).not.toContain('演示指标N20');
});
