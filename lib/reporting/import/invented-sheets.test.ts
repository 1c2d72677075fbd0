import type { CellValue } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { Refusal } from '@/lib/errors';
import { interpretedSheet } from '@/lib/reporting/import/interpret-sheet';
import { writtenStaged } from '@/lib/reporting/import/written-finding';
import { asked, figure, open, plainSheet, read } from '@/lib/testing/sheets';

const toDate = { ...figure('A'), periodCode: '2026-YTD10' };
const figures = [figure('A'), toDate, figure('B'), figure('R', '%')];
const units = [asked.unit, { code: 'YI', nameZh: '乙县', nameEn: 'County B' }].map((one) => ({ ...one, aliases: [] }));
const against = { ...asked, returns: [{ ...open, figures }], names: { units, indicators: [] } };

const place = (cell: string) => {
  const [, letter = 'A', row = '1'] = /^([A-Z])(\d+)$/.exec(cell) ?? [];
  return { row: Number(row) - 1, column: letter.charCodeAt(0) - 65 };
};
const mergesIn = (areas = '') =>
  areas.split(' ').flatMap((area) => {
    const [from, to] = area.split(':');
    if (!from || !to) return [];
    const [first, last] = [place(from), place(to)];
    return [{ startRow: first.row, startCol: first.column, endRow: last.row, endCol: last.column }];
  });

/** What a sheet is read as: each figure, the first fault of a row, or the refusal of the file. */
function readAs(rows: CellValue[][], merges: string): string {
  try {
    const found = interpretedSheet(plainSheet(rows, { merges: mergesIn(merges) }), against);
    return found.rows
      .map((row) => {
        const fault = row.findings.find(({ severity }) => severity === 'mandatory');
        if (fault) return `${fault.key} ${fault.address}`;
        const yoy = row.reportedYoy === null ? '' : ` ${row.reportedYoy}%`;
        return `${row.indicatorCode} ${row.periodCode?.slice(5)} ${row.value ?? row.absence}${yoy}`;
      })
      .join(' | ');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return `${error.key.split('.').at(-1)}`;
  }
}

/** Sheets: what is special, the rows and their cells, what a person reads or the cell of the fault, and merged areas. */
const sheets = `
a line about the table, merged over its columns :: 任务|十月月报（演示数据）||| ; 指标代码|指标名称|计量单位|报告期|本期数 ; A|演示指标A|亿元|2026年10月|568 :: A M10 568 :: B1:E1
a line about last year, merged over all :: 上年同期数据由统计局核定|||| ; 指标代码|报告期|本期数|同比|备注 ; A|2026年10月|568|3| :: A M10 568 3% :: A1:E1
a line of a plan behind the first column :: 说明|年度计划（万元）见附件|| ; 指标代码|报告期|本期数|备注 ; A|2026年10月|568| :: A M10 568 :: B1:D1
one figure :: 指标代码|报告期|本期数 ; A|2026年10月|568 :: A M10 568
figures of last year behind :: 指标代码|报告期|本期数|上年同期|同比 ; A|2026年10月|568|500|13.6 :: A M10 568 13.6%
figures of last year ahead :: 指标代码|报告期|上年同期|本期数 ; A|2026年10月|500|568 :: A M10 568
a plan beside :: 指标代码|报告期|全年计划|本期数|完成率 ; A|2026年10月|900|568|63.1 :: A M10 568
本期 and 上期 :: 指标代码|报告期|本期|上期 ; A|2026年10月|568|500 :: A M10 568
上年同期数 in brackets :: 指标代码|报告期|本期数（上年同期） ; A|2026年10月|568 :: measureOther C2
a plan in brackets :: 指标代码|报告期|本期数（计划） ; A|2026年10月|568 :: measureOther C2
上年 over two :: 指标代码|报告期|上年||本年| ; ||本期数|同比|本期数|同比 ; A|2026年10月|1|2|3|4 :: A M10 3 4% :: A1:A2 B1:B2 C1:D1 E1:F1
2025年10月 and 2026年10月 above :: 指标代码|报告期|2025年10月|2026年10月 ; ||本期数|本期数 ; A|2026年10月|1|3 :: A M10 3 :: A1:A2 B1:B2
实际 and 计划 :: 指标代码|报告期|计划|实际 ; ||本期数|本期数 ; A|2026年10月|1|3 :: A M10 3 :: A1:A2 B1:B2
市区 and 郊区 :: 指标代码|报告期|市区|郊区 ; ||本期数|本期数 ; A|2026年10月|1|3 :: twoLevels :: A1:A2 B1:B2
total and places below 本期数 :: 指标代码|报告期|本期数| ; ||总量|位次 ; A|2026年10月|568|3 :: A M10 568 :: A1:A2 B1:B2 C1:D1
amount and growth below 本期数 :: 指标代码|报告期|本期数| ; ||绝对额|同比（%） ; A|2026年10月|568|3 :: A M10 568 3% :: A1:A2 B1:B2 C1:D1
amount and growth below 累计 :: 指标代码|报告期|累计| ; ||绝对额|同比（%） ; A|2026年1—10月|568|3 :: A YTD10 568 3% :: A1:A2 B1:B2 C1:D1
both below 本月 and 累计 :: 指标代码|报告期|本月||累计| ; ||绝对额|同比|绝对额|同比 ; A|2026年10月|1|2|3|4 :: A M10 1 2% | A YTD10 3 4% :: A1:A2 B1:B2 C1:D1 E1:F1
累计 alone :: 指标代码|报告期|累计 ; A|2026年1—10月|568 :: A YTD10 568
1—本月 beside 本月 :: 指标代码|报告期|本月|1—本月 ; A|2026年10月|1|2 :: A M10 1 | A YTD10 2
年初以来累计 :: 指标代码|报告期|年初以来累计 ; A|2026年1—10月|568 :: A YTD10 568
年初至今 over 本期数 :: 指标代码|报告期|年初至今 ; ||本期数 ; A|2026年1—10月|568 :: A YTD10 568 :: A1:A2 B1:B2
年初数 :: 指标代码|报告期|年初|期末 ; ||本期数|本期数 ; A|2026年10月|1|568 :: A M10 568 :: A1:A2 B1:B2
比上月 :: 指标代码|报告期|本期数|比上月增长（%）|同比（%） ; A|2026年10月|568|1.1|5.3 :: A M10 568 5.3%
环比 alone :: 指标代码|报告期|本期数|环比（%） ; A|2026年10月|568|1.1 :: A M10 568
环比 over 增速 :: 指标代码|报告期|本期数|环比| ; |||同比|增减额 ; A|2026年10月|568|1.1|3 :: A M10 568 :: A1:A2 B1:B2 C1:C2 D1:E1
a line break in the heading :: 指标代码|报告期|上年同期 本期数|本期数 （亿元） ; A|2026年10月|500|568 :: A M10 568
累计 alone for a month :: 指标代码|报告期|累计 ; A|2026年10月|568 :: toDateOfMonth B2
1—10月 for a month :: 指标代码|报告期|1—10月 ; A|2026年10月|568 :: A YTD10 568
1—9月 :: 指标代码|报告期|1—9月 ; A|2026年1—10月|568 :: unknownPeriod B2
当月 for a year to date :: 指标代码|报告期|当月 ; A|2026年1—10月|568 :: A M10 568
本期数 and 累计 :: 指标代码|报告期|本期数|累计 ; A|2026年10月|1|2 :: A M10 1
本期数 and 累计 for a year to date :: 指标代码|报告期|本期数|累计 ; A|2026年1—10月|1|2 :: toDateBeside C2
growth as an amount :: 指标代码|报告期|本期数|同比增长（万元） ; A|2026年10月|568|44 :: A M10 568
growth as an amount and a rate :: 指标代码|报告期|本期数|同比增长（亿元）|同比增长（%） ; A|2026年10月|568|44|8.4 :: A M10 568 8.4%
±% :: 指标代码|报告期|本期数|同比±% ; A|2026年10月|568|-5.3 :: A M10 568 -5.3%
a triangle :: 指标代码|报告期|本期数|同比 ; A|2026年10月|568|▲5.3 :: growthUnreadable D2
an arrow :: 指标代码|报告期|本期数|同比 ; A|2026年10月|568|↓5.3% :: A M10 568 -5.3%
负增长 :: 指标代码|报告期|本期数|同比 ; A|2026年10月|568|负增长5.3% :: A M10 568 -5.3%
times :: 指标代码|报告期|本期数|同比 ; A|2026年10月|568|增长1.2倍 :: growthUnreadable D2
a long dash ahead :: 指标代码|报告期|本期数 ; A|2026年10月|—568 :: unreadable C2
a triangle in the figure :: 指标代码|报告期|本期数 ; A|2026年10月|△568 :: unreadable C2
dots :: 指标代码|报告期|本期数 ; A|2026年10月|… :: unreadable C2
a dash :: 指标代码|报告期|本期数 ; A|2026年10月|— :: A M10 blank
未报 :: 指标代码|报告期|本期数 ; A|2026年10月|未报 :: A M10 notReported
26年10月 :: 指标代码|报告期|本期数 ; A|26年10月|568 :: A M10 568
一至十月 :: 指标代码|报告期|本期数 ; A|二〇二六年一至十月|568 :: A YTD10 568
截至10月末 :: 指标代码|报告期|本期数 ; A|截至2026年10月末|568 :: periodEither B2
2026.1 :: 指标代码|报告期|本期数 ; A|2026.1|568 :: periodEither B2
another unit below 单位 :: 单位|指标代码|报告期|本期数 ; 乙县|A|2026年10月|12 :: otherUnit A2
the own unit and another below 单位 :: 指标代码|报告期|单位|本期数 ; A|2026年10月|甲区|12 ; A|2026年10月|乙县|13 :: A M10 12 | otherUnit C3
units below 单位 beside 计量单位 :: 单位|指标代码|计量单位|报告期|本期数 ; 甲区|A|万元|2026年10月|12 :: A M10 0.0012
no unit at all below 单位 :: 单位|指标代码|报告期|本期数 ; 丙区|A|2026年10月|12 :: measureUnknown D2
units of measure below 单位 :: 单位|指标代码|报告期|本期数 ; 亿元|A|2026年10月|12 :: A M10 12
one 同比 behind two figures :: 指标代码|报告期|本月|1-本月累计|同比% ; A|2026年10月|1|2|3 :: growthOfWhich
1-10月 below a title of the year :: 2026年|| ; 指标代码|1-10月|同比 ; A|568|3 :: A YTD10 568 3%
no year :: 指标代码|报告期|本期数 ; A|10月|568 :: unknownPeriod B2
numbers of the columns :: 指标代码|报告期|本期数|同比 ; 甲|乙|1|2 ; A|2026年10月|568|3 :: A M10 568 3%
headings again :: 指标代码|报告期|本期数 ; A|2026年10月|568 ; 指标代码|报告期|本期数 ; B|2026年10月|9 :: A M10 568 | B M10 9
another order below :: 指标代码|报告期|本期数 ; A|2026年10月|568 ;  ; 本期数|指标代码|报告期 ; 9|B|2026年10月 :: A M10 568 | B M10 9
another unit below :: 指标代码|报告期|本期数（亿元） ; A|2026年10月|568 ;  ; 指标代码|报告期|本期数（万元） ; B|2026年10月|90000 :: A M10 568 | B M10 9
上年同期 below :: 指标代码|报告期|本期数 ; A|2026年10月|568 ;  ; 指标代码|报告期|上年同期 ; B|2026年10月|9 :: missingBelow
two tables beside each other :: 指标代码|报告期|本期数||指标代码|报告期|本期数 ; A|2026年10月|568||B|2026年10月|9 :: sameHeading
a sum :: 指标代码|报告期|本期数 ; A|2026年10月|568 ; 合计|2026年10月|568 :: A M10 568 | unknownIndicator A3
其中 :: 指标名称|报告期|本期数 ; 演示指标A|2026年10月|568 ;   其中：演示指标B|2026年10月|9 :: A M10 568 | B M10 9
numbered names :: 指标名称|报告期|本期数 ; 一、演示指标A|2026年10月|568 ; （一）演示指标B|2026年10月|9 :: A M10 568 | B M10 9
a section between :: 指标名称|报告期|本期数 ; 一、工业|| ; 演示指标A|2026年10月|568 :: A M10 568 :: A2:C2
a note below :: 指标代码|报告期|本期数 ; A|2026年10月|568 ; 注：本表为快报数。|| :: A M10 568 :: A3:C3
signatures below :: 指标代码|报告期|本期数 ; A|2026年10月|568 ; 填表人：张三|审核人：李四|日期：2026-11-02 :: A M10 568
a hidden 同比 :: 指标代码|报告期|本期数|同比 ; A|2026年10月|568|99 :: A M10 568 :: C2:D2
one figure for two :: 指标代码|报告期|本期数 ; A|2026年10月|568 ; B|2026年10月|9 :: A M10 568 | merged C3 :: C2:C3
one period for two :: 指标代码|报告期|本期数 ; A|2026年10月|568 ; B||9 :: A M10 568 | B M10 9 :: B2:B3
one unit for two :: 指标代码|计量单位|报告期|本期数 ; A|万元|2026年10月|5680000 ; B||2026年10月|90000 :: A M10 568 | B M10 9 :: B2:B3
a unit above the columns :: ||（万元） ; 指标代码|报告期|本期数 ; A|2026年10月|5680000 :: A M10 568
a unit in the lowest heading :: 指标代码|报告期|本期数 ; ||万元 ; A|2026年10月|5680000 :: A M10 568 :: A1:A2 B1:B2
a heading wider than its column :: 指标代码|报告期|本期数||同比 ; A|2026年10月|568||3 :: A M10 568 3% :: C1:D1
a title of a plan :: 2026年主要目标完成情况|| ; 指标代码|报告期|本期数 ; A|2026年10月|568 :: A M10 568 :: A1:C1
the period of the title :: 2026年1—10月|| ; 指标代码|报告期|本期数 ; A|2026年10月|568 :: A M10 568 :: A1:C1
a period in the title alone :: 甲区2026年10月主要指标|| ; 指标代码|本期数|同比 ; A|568|3 ; B|9|1 :: A M10 568 3% | B M10 9 1%
a year to date in the title alone :: 2026年1至10月主要指标| ; 指标代码|本期数 ; A|568 :: A YTD10 568
a period in the title and two figures :: 2026年10月| | ; 指标代码|本月|累计 ; A|111|568 :: A M10 111 | A YTD10 568
a period behind a label alone :: 报告期：|2026年10月 ; 指标代码|本期数 ; A|568 :: A M10 568
a month in the title above 累计 :: 2026年10月| ; 指标代码|累计 ; A|568 :: toDateOfMonth A1
a period that is not asked for in the title :: 2026年9月| ; 指标代码|本期数 ; A|568 :: unknownPeriod A1
two periods in the title :: 2026年9月、2026年10月| ; 指标代码|本期数 ; A|568 :: missingPeriod
the day of a sheet as its only date :: 制表日期：2026年11月2日| ; 指标代码|本期数 ; A|568 :: missingPeriod
no period at all :: 主要指标| ; 指标代码|本期数 ; A|568 :: missingPeriod
a second table without periods :: 2026年10月| ; 指标代码|本期数 ; A|568 ;  ; 指标代码|本期数 ; B|9 :: missingBelow
lines above :: 填报单位：|甲区|报告期：|2026年10月 ;  ; 指标代码|报告期|本期数|同比 ; A|2026年10月|568|3 :: A M10 568 3%
lines right above :: 填报单位|甲区|目标|计划|上年同期 ; 指标代码|报告期|备注|本期数|同比 ; A|2026年10月|注|568|3 :: otherFigures
two years :: 指标代码|报告期|2026年10月|2025年10月|同比 ; A|2026年10月|568|500|13.6 :: A M10 568 13.6%
two years with their growth :: 指标代码|报告期|2025年10月|2026年10月|同比 ; A|2026年10月|500|568|13.6 :: A M10 568 13.6%
two years above :: 指标代码|报告期|2025年|2026年 ; ||本期数|本期数 ; A|2026年10月|500|568 :: A M10 568 :: A1:A2 B1:B2
last year alone :: 指标代码|报告期|2025年10月 ; A|2026年10月|500 :: unknownPeriod B2
numbers of lines under 代码 :: 代码|指标名称|报告期|本期数 ; 01|演示指标A|2026年10月|568 ; 02|演示指标B|2026年10月|9 :: A M10 568 | B M10 9
numbers of lines and no name :: 代码|指标名称|报告期|本期数 ; 01|某指标|2026年10月|568 :: unknownIndicator A2
figures in front of names :: 本期数|报告期|指标名称 ; 568|2026年10月|演示指标A :: A M10 568
rows of one indicator :: 指标代码|报告期|本期数 ; A|2026年10月|568 ; |2026年1—10月|5680 :: A M10 568 | A YTD10 5680 :: A2:A3
a figure over another column :: 指标代码|报告期|上年同期|本期数 ; A|2026年10月|500|568 :: merged D2 :: C2:D2
a rate in % :: 指标代码|报告期|本期数 ; R|2026年10月|5.3% :: R M10 5.3
a rate of a rate :: 指标代码|报告期|本期数|同比 ; R|2026年10月|5.3|2% :: growthPercent D2
two tabs in a figure :: 指标代码|报告期|本期数 ; A|2026年10月|12\\t345 :: severalLines C2
two lines in a figure :: 指标代码|报告期|本期数 ; A|2026年10月|12\\n345 :: severalLines C2
two lines in a growth :: 指标代码|报告期|本期数|同比 ; A|2026年10月|12|1\\n3 :: severalLines D2
a line end behind a figure :: 指标代码|报告期|本期数 ; A|2026年10月|12\\n :: A M10 12
a column 单 位 :: 指标代码|单 位|报告期|本期数 ; A|万元|2026年10月|12345 :: A M10 1.2345
a column 计 量 单 位 :: 指标代码|计 量 单 位|报告期|本期数 ; A|万元|2026年10月|12345 :: A M10 1.2345
a column 单位： :: 指标代码|单位：|报告期|本期数 ; A|万元|2026年10月|12345 :: A M10 1.2345
a column 计量单位* :: 指标代码|计量单位*|报告期|本期数 ; A|万元|2026年10月|12345 :: A M10 1.2345
a column 数据单位 :: 指标代码|数据单位|报告期|本期数 ; A|万元|2026年10月|12345 :: A M10 1.2345
a column 金额单位 :: 指标代码|金额单位|报告期|本期数 ; A|万元|2026年10月|12345 :: A M10 1.2345
a column 货币单位 :: 指标代码|货币单位|报告期|本期数 ; A|万元|2026年10月|12345 :: A M10 1.2345
a column 度量单位 :: 指标代码|度量单位|报告期|本期数 ; A|万元|2026年10月|12345 :: A M10 1.2345
a column 指标单位 :: 指标代码|指标单位|报告期|本期数 ; A|万元|2026年10月|12345 :: A M10 1.2345
a column 计量单位名称 :: 指标代码|计量单位名称|报告期|本期数 ; A|万元|2026年10月|12345 :: A M10 1.2345
a column Units :: 指标代码|Units|报告期|本期数 ; A|万元|2026年10月|12345 :: A M10 1.2345
the line 货币单位：万元 :: 货币单位：万元|| ; 指标代码|报告期|本期数 ; A|2026年10月|12345 :: A M10 1.2345
the line 本表单位：万元 :: 本表单位：万元|| ; 指标代码|报告期|本期数 ; A|2026年10月|12345 :: A M10 1.2345
the line 统计单位：万元 :: 统计单位：万元|| ; 指标代码|报告期|本期数 ; A|2026年10月|12345 :: A M10 1.2345
the line 主要指标单位：万元 :: 主要指标单位：万元|| ; 指标代码|报告期|本期数 ; A|2026年10月|12345 :: A M10 1.2345
the line 2026年10月，单位：万元 :: 2026年10月，单位：万元|| ; 指标代码|报告期|本期数 ; A|2026年10月|12345 :: A M10 1.2345
the line 主要指标表—单位：万元 :: 主要指标表—单位：万元|| ; 指标代码|报告期|本期数 ; A|2026年10月|12345 :: A M10 1.2345
the line —单位：万元 :: —单位：万元|| ; 指标代码|报告期|本期数 ; A|2026年10月|12345 :: A M10 1.2345
the line 单位∶万元 :: 单位∶万元|| ; 指标代码|报告期|本期数 ; A|2026年10月|12345 :: A M10 1.2345
the line （单位）万元 :: （单位）万元|| ; 指标代码|报告期|本期数 ; A|2026年10月|12345 :: A M10 1.2345
the line 單位：萬元 :: 單位：萬元|| ; 指标代码|报告期|本期数 ; A|2026年10月|12345 :: A M10 1.2345
the line 除注明外，单位为万元 :: 除注明外，单位为万元|| ; 指标代码|报告期|本期数 ; A|2026年10月|12345 :: A M10 1.2345
the line 以万元为单位 :: 以万元为单位|| ; 指标代码|报告期|本期数 ; A|2026年10月|12345 :: A M10 1.2345
the line 注：本表金额以万元计 :: 注：本表金额以万元计|| ; 指标代码|报告期|本期数 ; A|2026年10月|12345 :: A M10 1.2345
the line 单位：万元    日期：2026年10月 :: 单位：万元    日期：2026年10月|| ; 指标代码|报告期|本期数 ; A|2026年10月|12345 :: A M10 1.2345
the line （现价，万元） :: （现价，万元）|| ; 指标代码|报告期|本期数 ; A|2026年10月|12345 :: A M10 1.2345
the line 人民币万元 :: 人民币万元|| ; 指标代码|报告期|本期数 ; A|2026年10月|12345 :: A M10 1.2345
the line 单位：人民币万元 :: 单位：人民币万元|| ; 指标代码|报告期|本期数 ; A|2026年10月|12345 :: A M10 1.2345
the line Unit: 10,000 yuan :: Unit: 10,000 yuan|| ; 指标代码|报告期|本期数 ; A|2026年10月|12345 :: A M10 1.2345
the line 【单位：万元】 :: 【单位：万元】|| ; 指标代码|报告期|本期数 ; A|2026年10月|12345 :: A M10 1.2345
the line 单位；万元 :: 单位；万元|| ; 指标代码|报告期|本期数 ; A|2026年10月|12345 :: A M10 1.2345
the line 单位-万元 :: 单位-万元|| ; 指标代码|报告期|本期数 ; A|2026年10月|12345 :: A M10 1.2345
the line 单位=万元 :: 单位=万元|| ; 指标代码|报告期|本期数 ; A|2026年10月|12345 :: A M10 1.2345
a bare unit above :: ||万元|% ; 指标代码|报告期|本期数|同比 ; A|2026年10月|12345|5 :: A M10 1.2345 5%
a unit alone over the figures :: 指标代码|报告期|万元|% ; ||本期数|同比 ; A|2026年10月|12345|5 :: A M10 1.2345 5%
单位万元 over the figures :: 指标代码|报告期|单位万元|% ; ||本期数|同比 ; A|2026年10月|12345|5 :: A M10 1.2345 5%
two unit lines of two scales :: 单位：万元||单位：亿元 ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: measuresDiffer C3
two unit lines of two kinds :: 单位：万元||单位：万吨 ;  ; 指标代码|报告期|本期数 ; A|2026年10月|12345 :: A M10 1.2345
a title with a unit :: 主要经济指标（万元）|| ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: unreadUnit C3
a title with a unit behind a dash :: 主要指标—万元|| ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: unreadUnit C3
a title with millions :: (in million yuan)|| ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: unreadUnit C3
a title with the own unit :: 主要经济指标（亿元）|| ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: A M10 12
a title with a unit of another kind :: 主要产量（万吨）|| ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: A M10 12
a title with a unit that a column states, too :: 主要经济指标（万元）||| ; 指标代码|报告期|本期数|计量单位 ; A|2026年10月|12345|万元 :: A M10 1.2345
a unit in a note below :: 指标代码|报告期|本期数 ; A|2026年10月|12 ; 注：单位为万元|| :: unreadUnit C2
a unit below :: 指标代码|报告期|本期数 ; A|2026年10月|12 ; 单位：万元|| :: unreadUnit C2
a unit in a column without a heading :: 指标代码||报告期|本期数 ; A|万元|2026年10月|12345 :: unreadUnit D2
a unit behind without a heading :: 指标代码|报告期|本期数| ; A|2026年10月|12|万元 :: unreadUnit C2
a unit as a note :: 指标代码|报告期|本期数|备注 ; A|2026年10月|12|单位：万元 :: unreadUnit C2
an amount in a note :: 指标代码|报告期|本期数|备注 ; A|2026年10月|12|其中新增12345万元 :: A M10 12
a unit in the line of a group :: 指标代码|报告期|本期数 ; 一、经济总量（万元）|| ; A|2026年10月|12 :: unreadUnit C3
the unit of another column :: 指标代码|报告期|本期数|全年计划（万元） ; A|2026年10月|12|120000 :: A M10 12
another unit below 地区 :: 地区|指标代码|报告期|本期数 ; 乙县|A|2026年10月|12 :: otherUnit A2
another unit below 县区 :: 县区|指标代码|报告期|本期数 ; 乙县|A|2026年10月|12 :: otherUnit A2
another unit below 区域 :: 区域|指标代码|报告期|本期数 ; 乙县|A|2026年10月|12 :: otherUnit A2
another unit below 报送单位 :: 报送单位|指标代码|报告期|本期数 ; 乙县|A|2026年10月|12 :: otherUnit A2
another unit below no heading :: |指标代码|报告期|本期数 ; 乙县|A|2026年10月|12 :: otherUnit A2
the whole province in a column :: 区域|指标代码|报告期|本期数 ; 全省|A|2026年10月|12 :: otherUnit A2
the own unit in a column :: 地区|指标代码|报告期|本期数 ; 甲区|A|2026年10月|12 :: A M10 12
another unit above :: ||乙县 ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: otherUnit C1
the whole city above :: ||全市 ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: otherUnit C1
the own unit above :: ||甲区 ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: A M10 12
another reporting unit :: 填报单位：乙县|| ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: otherUnit A1
another reporting unit in two cells :: 填报单位|乙县| ;  ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: otherUnit A1
an unknown reporting unit :: 填报单位：丙区|| ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: unknownUnit A1
an unknown reporting unit in two cells :: 填报单位|某某公司| ;  ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: unknownUnit A1
an unknown name of a unit :: 单位名称：丙区|| ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: unknownUnit A1
a part of the own unit :: 填报单位：甲区丙镇|| ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: unknownUnit A1
the office of an unknown unit :: 填报单位：丙区统计局|| ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: unknownUnit A1
the office of another unit :: 填报单位：乙县统计局|| ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: otherUnit A1
an office of another level :: 填报单位：市统计局|| ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: unknownUnit A1
the own unit behind a label :: 填报单位：甲区 报告期：2026年10月|| ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: A M10 12
another unit behind a label :: 填报单位：乙县 报告期：2026年10月|| ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: otherUnit A1
the own unit in English :: 填报单位：District A|| ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: A M10 12
the office of the own unit :: 填报单位：甲区统计局|| ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: A M10 12
an office alone :: 填报单位：农业农村局|| ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: A M10 12
an office of the own level :: 填报单位（盖章）：区市场监督管理局|| ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: A M10 12
a department as a label :: 填报部门：综合科|| ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: A M10 12
a reporting unit left blank :: 填报单位：|报告期：|2026年10月 ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: A M10 12
a reporting unit to be stamped :: 填报单位：（盖章）|| ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: A M10 12
a line for a name :: 填报单位：____|| ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: A M10 12
the head of the reporting unit :: 填报单位负责人：张三|| ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: A M10 12
another reporting unit below :: 指标代码|报告期|本期数 ; A|2026年10月|12 ; 填报单位：乙县|| :: otherUnit A3
another reporting unit below, behind a blank row :: 指标代码|报告期|本期数 ; A|2026年10月|12 ;  ; 报送单位（盖章）|乙县| :: otherUnit A4
an unknown reporting unit below, beside its person :: 指标代码|报告期|本期数 ; A|2026年10月|12 ; 填报单位：丙区|填表人：张三|2026年11月5日 :: unknownUnit A3
the own unit below, beside its person :: 指标代码|报告期|本期数 ; A|2026年10月|12 ; 填报单位：甲区统计局|填表人：张三|审核人：李四 :: A M10 12
a reporting unit left blank below :: 指标代码|报告期|本期数 ; A|2026年10月|12 ; 填报单位（盖章）：|填表人：|电话： :: A M10 12
another unit in a remark below :: 指标代码|报告期|本期数 ; A|2026年10月|12 ; 注：乙县另行报送|| :: A M10 12
another unit in the title :: 乙县2026年10月主要指标|| ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: otherUnit A1
9月 above :: ||9月 ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: unknownHead C3
上半年 above :: ||上半年 ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: unknownHead C3
一季度 above :: ||一季度 ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: unknownHead C3
三季度 above :: ||三季度 ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: unknownHead C3
本季 above :: ||本季 ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: unknownHead C3
下月 above :: ||下月 ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: unknownHead C3
明年 above :: ||明年 ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: unknownHead C3
增量 above :: ||增量 ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: unknownHead C3
增速 above :: ||增速 ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: unknownHead C3
人均 above :: ||人均 ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: unknownHead C3
均值 above :: ||均值 ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: unknownHead C3
最高 above :: ||最高 ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: unknownHead C3
权重 above :: ||权重 ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: unknownHead C3
得分 above :: ||得分 ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: unknownHead C3
规上 above :: ||规上 ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: unknownHead C3
可比口径 above :: ||可比口径 ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: unknownHead C3
不变价 above :: ||不变价 ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: unknownHead C3
10月 above the figures :: ||10月 ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: A M10 12
本年 above the figures :: ||本年 ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: A M10 12
现价 above the figures :: ||现价 ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: A M10 12
绝对额 above the figures :: ||绝对额 ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: A M10 12
（亿元） above the figures :: ||（亿元） ; 指标代码|报告期|本期数 ; A|2026年10月|12 :: A M10 12
a column that says 上年同期 :: 指标代码|类别|报告期|本期数 ; A|上年同期|2026年10月|12 :: otherKind D2
a column that says 计划 :: 指标代码|类别|报告期|本期数 ; A|计划|2026年10月|12 :: otherKind D2
a column that says 目标 :: 指标代码|类别|报告期|本期数 ; A|目标|2026年10月|12 :: otherKind D2
rows below 二、上年同期 :: 指标代码|报告期|本期数 ; A|2026年10月|12 ; 二、上年同期|| ; B|2026年10月|9 :: A M10 12 | otherKind C4
rows below 以下为上年同期数 :: 指标代码|报告期|本期数 ; A|2026年10月|12 ; 以下为上年同期数|| ; B|2026年10月|9 :: A M10 12 | otherKind C4
rows below 表二 上年同期数 :: 指标代码|报告期|本期数 ; A|2026年10月|12 ; 表二 上年同期数|| ; B|2026年10月|9 :: A M10 12 | otherKind C4
rows below 全年目标 :: 指标代码|报告期|本期数 ; A|2026年10月|12 ; 全年目标|| ; B|2026年10月|9 :: A M10 12 | otherKind C4
rows below the current ones again :: 指标代码|报告期|本期数 ; 二、上年同期|| ; A|2026年10月|12 ; 三、本期|| ; B|2026年10月|9 :: otherKind C3 | B M10 9
a table below a line of a plan :: 指标代码|报告期|本期数 ; A|2026年10月|12 ; 全年目标|| ; 指标代码|报告期|本期数 ; B|2026年10月|9 :: A M10 12 | otherKind C5
points of a rate :: 指标代码|报告期|本期数|同比（百分点） ; R|2026年10月|5.3|0.2 :: R M10 5.3 0.2%
`;

const cases = sheets
  .trim()
  .split('\n')
  .map((line) => line.split(' :: '));

test.each(cases)('%s', (_what, text = '', read = '', merges = '') => {
  const rows = text.split(' ; ').map((row) => row.replaceAll('\\n', '\n').replaceAll('\\t', '\t').split('|'));
  expect(readAs(rows, merges)).toBe(read);
});

test.each([
  ['甲区2025年10月主要指标', '表', ['otherPeriod']],
  ['2026年9月主要指标', '表', ['otherPeriod']],
  ['主要指标', '2025年10月', ['otherPeriodSheet']],
  ['2026年10月主要指标', '2026年', []],
  ['制表日期：2026年11月2日', '表', []],
])('the title %s on the sheet %s asks for a word where it is of another period', (title, name, keys) => {
  const rows = [[title], ['指标代码', '报告期', '本期数'], ['A', '2026年10月', 12]];
  const [row] = interpretedSheet(plainSheet(rows, { sheet: { name, others: [] } }), against).rows;
  expect(row?.findings.map(({ key, severity }) => [key, severity])).toEqual(keys.map((key) => [key, 'quasiMandatory']));
});

test.each([
  ['longer than its headings', '本期数', '1,234', ['longerRow']],
  ['with a note behind', '本期数,备注', '1,234,x', ['longerRow']],
  ['with a growth of three digits', '本期数,同比', '1,234', ['splitNumber']],
  ['with a growth in %', '本期数,同比', '1,234%', []],
  ['with a growth', '本期数,同比', '1,23.4', []],
  ['in quotation marks', '本期数,同比', '"1,234",5', []],
  ['with an empty cell at the end', '本期数', '1,', []],
])('a CSV row %s may have a number split at its comma', async (_what, heads, cells, keys) => {
  const text = `指标代码,报告期,${heads}\nA,2026年10月,${cells}\n`;
  const { rows } = await read(new TextEncoder().encode(text), '表.csv', against);
  expect(
    rows.flatMap(({ findings }) => findings).flatMap(({ key, severity }) => (severity === 'mandatory' ? key : [])),
  ).toEqual(keys);
});

test('an unknown reporting unit is refused with its name and the one that was expected', () => {
  const rows = [['填报单位：丙区'], ['指标代码', '报告期', '本期数'], ['A', '2026年10月', 12]];
  const [row] = interpretedSheet(plainSheet(rows), against).rows;
  expect(row?.findings.map((one) => writtenStaged(one, row, 'zh-CN'))).toEqual([
    '填报单位写的是“丙区”，没有这个单位；本文件应为“甲区”的数据。是的请改成单位全名或单位代码，再上传。',
  ]);
});

test('a period that is taken from the title is said', () => {
  const [row] = interpretedSheet(plainSheet([['2026年10月主要指标'], ['指标代码', '本期数'], ['A', 12]]), against).rows;
  expect(row?.findings.map((one) => writtenStaged(one, row, 'zh-CN'))).toEqual([
    '表中没有报告期一列，按 A1 的“2026年10月”取 2026年10月。',
  ]);
});
