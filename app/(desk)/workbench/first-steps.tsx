import { Section } from '@/app/ui/shell/section';
import type { Principal } from '@/lib/access/principal';
import { stepsDone } from '@/lib/catalogue/place/queries';
import { type FirstStep, firstSteps } from '@/lib/catalogue/place/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';

/** Where each step is done. */
const places: Readonly<Record<FirstStep, string>> = {
  place: paths.place,
  units: paths.newUnit,
  indicators: paths.newIndicator,
  sequence: paths.newSequence,
  figures: paths.newCollection,
  scheme: paths.newScheme,
};

/** The steps of an office that begins with an empty product; nothing once all are done. */
export async function FirstSteps({ principal, locale }: { principal: Principal; locale: Locale }) {
  const done = await stepsDone(principal);
  if (!done || firstSteps.every((step) => done[step])) return null;
  const t = translator(locale, 'place');
  return (
    <Section id="first-steps" title={t('start.title')} note={t('start.lead')} className="mb-8">
      <ol className="max-w-2xl">
        {firstSteps.map((step, at) => (
          <li key={step} className="flex items-baseline gap-3 border-b border-rule py-2.5">
            <span aria-hidden className={done[step] ? 'text-sea' : 'text-ink-2'}>
              {done[step] ? '✓' : `${at + 1}`}
            </span>
            {done[step] ? (
              <span className="text-ink-2">{t(`start.${step}`)}</span>
            ) : (
              <a href={places[step]} className="text-sea hover:underline">
                {t(`start.${step}`)}
              </a>
            )}
            <span className="ml-auto shrink-0 text-xs text-ink-2">{t(done[step] ? 'start.done' : 'start.open')}</span>
          </li>
        ))}
      </ol>
      <p className="mt-3 max-w-2xl text-ink-2">
        <a href={paths.catalogueWorkbook} className="text-sea hover:underline">
          {t('start.workbook')}
        </a>
      </p>
    </Section>
  );
}
