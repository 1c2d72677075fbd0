import type { WriteStream } from 'node:tty';
import { type Words, written } from '@/lib/cli/launch/report';
import type { Finding, FindingKey } from '@/lib/reporting/import/csv-rows';

const words: Record<FindingKey, Words> = {
  columnMissing: { zh: '缺少这一列', en: 'this column is missing' },
  notReadable: { zh: '无法读取', en: 'cannot be read' },
  required: { zh: '不能为空', en: 'must not be empty' },
  notANumber: { zh: '不是数字', en: 'is no number' },
  unknownIndicator: { zh: '目录中没有这个指标', en: 'no such indicator' },
  unknownUnit: { zh: '目录中没有这个单位', en: 'no such unit' },
  severalNames: { zh: '几个都可以这样称呼，请写代码', en: 'several have this name; write the code' },
  unknownSource: { zh: '目录中没有这个来源', en: 'no such source' },
  unknownPeerGroup: { zh: '目录中没有这个序列', en: 'no such peer group' },
  notAPeriod: { zh: '不是报告期（如 2022、2022-H1、2022-Q3、2022-M09）', en: 'is no period (2022, 2022-H1, …)' },
  unknownWord: { zh: '不是规定的词', en: 'is none of the words' },
  notCited: { zh: '没有出处：原文、位置、备注至少填一项', en: 'has no quote, locator or note' },
  twice: { zh: '同一指标、单位、报告期、版本重复', en: 'the same figure stands twice' },
};

/** A finding in a line: place, value, fault. */
export function describeFinding({ row, column, key, value }: Finding): string {
  return `  ${row}:${column}${value ? ` “${value.slice(0, key === 'severalNames' ? 200 : 40)}”` : ''}  ${written(words[key])}`;
}

const width = 24;

function barOf(part: number): string {
  const done = Math.min(1, part);
  return `${'█'.repeat(Math.round(done * width)).padEnd(width, '░')} ${Math.floor(done * 100)}% ·`;
}

/**
 * Shows the progress of an import on a terminal: a bar where the number of `lines` is known, the rows so far, and the
 * speed. Silent elsewhere.
 */
export function progressTo(out: WriteStream, lines: number | null): { tell: (rows: number) => void; end: () => void } {
  const began = performance.now();
  return {
    tell(rows) {
      const bar = lines === null ? '…' : barOf(rows / Math.max(1, lines - 1));
      const rate = Math.round((rows * 1000) / Math.max(1, performance.now() - began));
      if (out.isTTY) out.write(`\r${bar} ${rows} 行 rows · ${rate}/s   `);
    },
    end() {
      if (out.isTTY) out.write('\r\u001B[K');
    },
  };
}
