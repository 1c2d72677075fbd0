import type { TrailAddress } from '@/lib/access/audit/trail/trail-choice';
import type { Trail } from '@/lib/access/audit/trail/words';
import { writtenActor, writtenChange, writtenCommand, writtenRole } from '@/lib/access/audit/trail/written-event';
import { writtenSecond } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { Sheet, SheetCell } from '@/lib/publishing/words';

/** The most characters of a workbook's cell, less room for the mark that more were cut. */
const longestCell = 32_600;

type Subject = {
  readonly trail: Trail;
  readonly address: TrailAddress;
  readonly exported: { readonly by: string; readonly at: Date };
  /** Whether cells are cut to the limit of a workbook. */
  readonly isCut: boolean;
  readonly locale: Locale;
};

const text = (value: string): SheetCell => (value === '' ? null : { text: value });

/** The filtered trail as a sheet: filters, author and time, then a line for each event. */
export function trailSheet({ trail, address, exported, isCut, locale }: Subject): Sheet {
  const t = translator(locale, 'audit');
  const { events, people, isMore } = trail;
  const cutText = (value: string) =>
    isCut && value.length > longestCell ? value.slice(0, longestCell) + t('file.shortened') : value;
  return {
    name: t('file.sheet'),
    title: t('file.title'),
    about: [
      [t('file.days'), writtenDays(address, locale)],
      [t('columns.actor'), address.who || t('file.any')],
      [t('columns.command'), address.command ? writtenCommand(address.command, locale) : t('file.any')],
      [t('columns.subject'), address.subject || t('file.any')],
      [t('file.count'), t(isMore ? 'file.cut' : 'file.all', { count: events.length })],
      [t('file.exportedBy'), exported.by],
      [t('file.exportedAt'), writtenSecond(exported.at)],
    ],
    columns: [
      t('columns.seq'),
      t('columns.at'),
      t('columns.actor'),
      t('file.username'),
      t('columns.role'),
      t('columns.command'),
      t('columns.address'),
      t('file.changes'),
    ],
    rows: events.map((event) => {
      const actor = writtenActor(event.actor, people, locale);
      return [
        { number: `${event.seq}`, decimals: 0 },
        text(writtenSecond(event.at)),
        text(actor.name),
        text(actor.username),
        text(writtenRole(event.role, locale)),
        text(writtenCommand(event.command, locale)),
        text(event.address),
        text(cutText(event.changes.map((change) => writtenChange(change, trail, locale)).join('\n'))),
      ];
    }),
    notes: [t('file.clock')],
  };
}

function writtenDays({ from, until }: TrailAddress, locale: Locale): string {
  const t = translator(locale, 'audit');
  if (from && until) return t('file.daysBoth', { from, until });
  if (from) return t('file.daysFrom', { from });
  return until ? t('file.daysUntil', { until }) : t('file.any');
}
