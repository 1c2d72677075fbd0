import { announce } from '@/app/(desk)/assessment/runs/actions';
import { PublicityNote } from '@/app/ui/assessment/publicity-note';
import { CommandForm } from '@/app/ui/forms/command-form';
import { TextAreaField, TextField } from '@/app/ui/forms/fields';
import { marked } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import { may } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { lastWorkingDay } from '@/lib/assessment/publicity/days';
import { lastReceiver, publicityHistory } from '@/lib/assessment/publicity/queries';
import type { PublicityLine } from '@/lib/assessment/publicity/words';
import type { RunDetail } from '@/lib/assessment/runs/listing/words';
import { outStates } from '@/lib/assessment/words';
import { todayOf } from '@/lib/catalogue/today';
import { writtenActor } from '@/lib/i18n/actors';
import { writtenMoment } from '@/lib/i18n/moments';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { settings } from '@/lib/settings';

type Props = { principal: Principal; run: RunDetail; locale: Locale };

/** The announcement of a published run, how it was mended, and for the office the way to announce it. */
export async function Publicity({ principal, run, locale }: Props) {
  if (!outStates.some((state) => state === run.state)) return null;
  const [history, receiver] = await Promise.all([publicityHistory(principal, run.id), lastReceiver(principal)]);
  const held = history.at(-1);
  const t = translator(locale, 'appeals');
  const days = settings().publicityDays;
  const firstDay = held?.firstDay ?? todayOf({ now: new Date() });
  const { body = '', contact = '', telephone = '' } = held ?? receiver ?? {};
  return (
    <Section id="publicity" title={t('publicity.title')} className="mt-2 mb-8">
      <PublicityNote principal={principal} run={run} locale={locale} />
      {!held && <p className="mb-3 text-ink-2">{t('publicity.none')}</p>}
      {history.length > 1 && <Earlier history={history} locale={locale} />}
      {run.state === 'published' && may(principal.role, 'publicity.announce') && (
        <div data-chrome>
          <CommandForm
            id="announce"
            action={announce}
            submit={t(held ? 'publicity.replace' : 'publicity.announce')}
            refusedTitle={t('forms.refusedTitle')}
            hidden={{ run: run.id, version: held?.number ?? 0 }}
            {...(held && { folded: t('publicity.replace'), tone: 'outline' as const })}
          >
            <p className="mb-3 text-xs leading-5 text-ink-2">{t('publicity.lead', { days })}</p>
            <div className="grid gap-x-4 sm:grid-cols-2">
              <TextField name="firstDay" label={t('publicity.firstDay')} type="date" value={firstDay} />
              <TextField
                name="lastDay"
                label={t('publicity.lastDay')}
                type="date"
                value={held?.lastDay ?? lastWorkingDay(firstDay, days)}
              />
            </div>
            <TextField name="body" label={t('publicity.body')} value={body} maxLength={80} />
            <div className="grid gap-x-4 sm:grid-cols-2">
              <TextField name="contact" label={t('publicity.contact')} value={contact} maxLength={40} />
              <TextField name="telephone" label={t('publicity.telephone')} value={telephone} maxLength={40} />
            </div>
            <TextAreaField
              name="words"
              label={t('publicity.words')}
              value={held?.words ?? ''}
              rows={3}
              maxLength={1000}
            />
            {held && (
              <TextAreaField
                name="reason"
                label={t('publicity.reason')}
                hint={t('publicity.reasonHint')}
                rows={2}
                maxLength={300}
              />
            )}
          </CommandForm>
        </div>
      )}
    </Section>
  );
}

/** Every announcement, the last one included. */
function Earlier({ history, locale }: { history: readonly PublicityLine[]; locale: Locale }) {
  const t = translator(locale, 'appeals');
  return (
    <div className="mb-4">
      <h3 className="mb-1 font-medium">{t('publicity.history')}</h3>
      <ol className="text-table">
        {history.map((one) => (
          <li key={one.number} className="border-b border-rule py-2">
            <p>
              {marked(
                t('publicity.line', {
                  number: one.number,
                  first: one.firstDay,
                  last: one.lastDay,
                  until: one.appealsUntil,
                  body: one.body,
                }),
                locale,
              )}
            </p>
            {one.reason !== '' && <p className="whitespace-pre-line">{marked(one.reason, locale)}</p>}
            <p className="text-ink-2">{marked(`${writtenActor(one.by, locale)} ${writtenMoment(one.at)}`, locale)}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}
