import { expect, test } from 'vitest';
import type { Annotation } from '@/lib/catalogue/annotations/words';
import { csvText } from '@/lib/publishing/csv/csv-text';
import { honoursSheet } from '@/lib/publishing/honours/honours-sheet';

const unit = { code: 'JIA', nameZh: '甲区', nameEn: 'Jia' };
const honour: Annotation = {
  ...{ id: 'a', kind: 'honour', indicator: null, unit: { ...unit, isDemonstration: true }, since: '2023-02-06' },
  ...{ until: null, startsOn: '2023-02-06', endsOn: '2023-02-06', titleZh: '优秀单位', titleEn: 'Outstanding unit' },
  ...{ textZh: '=HYPERLINK("x")', textEn: 'Commended.', awardedBy: '市政府', locator: '第3页', version: 1 },
  ...{ source: { code: 'S', title: '月报', withdrawnReason: '有误' }, withdrawnReason: null },
};

test('an honour is a row with its day, its body and its document, and no text becomes a formula', () => {
  const lines = csvText(honoursSheet(unit, [honour], 'zh-CN')).split('\r\n');
  expect(lines).toContain('时间,类别,内容,授予单位,说明,来源,位置');
  expect(lines.find((line) => line.startsWith('2023年2月6日'))).toBe(
    `2023年2月6日,荣誉,优秀单位,市政府,"'=HYPERLINK(""x"")",月报（来源已撤回：有误）,第3页`,
  );
  const english = csvText(honoursSheet(unit, [honour], 'en'));
  expect(english).toContain('6 Feb 2023,Honour,Outstanding unit,市政府,Commended.,');
});
