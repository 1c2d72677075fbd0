import { drop, edit, publish } from '@/app/(desk)/monitoring/reports/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField } from '@/app/ui/forms/fields';
import { Section } from '@/app/ui/shell/section';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { ReportHead } from '@/lib/monitoring/reports/words';

/** What the office may do with a drafted report: publish one of somebody else, change its remarks, drop it. */
export function Measures({ report, me, locale }: { report: ReportHead; me: string; locale: Locale }) {
  const t = translator(locale, 'reports');
  const form = {
    hidden: { report: report.id, version: report.version },
    refusedTitle: translator(locale, 'errors')('title'),
  };
  const no = translator(locale, 'shell')('asks.no');
  return (
    <Section title={t('measures')} id="measures">
      {report.preparedBy === me ? (
        <p className="mb-4 border-l-2 border-gold pl-3">{t('otherPublishes')}</p>
      ) : (
        <CommandForm
          id="publish"
          action={publish}
          submit={t('publish')}
          {...form}
          className="mb-4"
          asks={{ question: t('publishAsk'), yes: t('publishYes'), no }}
        />
      )}
      <CommandForm id="edit" action={edit} submit={t('save')} folded={t('edit')} className="max-w-2xl" {...form}>
        <TextAreaField
          name="note"
          label={t('note')}
          hint={t('noteHint')}
          rows={5}
          maxLength={2000}
          value={report.note}
        />
      </CommandForm>
      <CommandForm
        id="drop"
        action={drop}
        submit={t('drop')}
        tone="danger"
        {...form}
        asks={{ question: t('dropAsk'), yes: t('dropYes'), no }}
        className="mt-4"
      />
    </Section>
  );
}
