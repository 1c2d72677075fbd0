import { buttonLook } from '@/app/ui/primitives/button';
import { Section } from '@/app/ui/shell/section';
import { FactList } from '@/app/ui/tables/fact-list';
import type { RunDetail } from '@/lib/assessment/runs/listing/words';
import { outStates } from '@/lib/assessment/words';
import { writtenActor } from '@/lib/i18n/actors';
import { writtenMoment } from '@/lib/i18n/moments';
import { listed } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths, withQuery } from '@/lib/paths';
import { lackingWords } from './gap-fields';
import { lackingId } from './lacking';

/** The authors of a run's steps, its inputs, and the package by which anyone can compute it again. */
export function AboutRun({ run, locale }: { run: RunDetail; locale: Locale }) {
  const t = translator(locale, 'runs');
  const by = (name: string | null, at: Date | null) =>
    name === null || at === null ? (
      <span className="text-ink-2">{t('steps.waiting')}</span>
    ) : (
      t('steps.by', { name: writtenActor(name, locale), at: writtenMoment(at) })
    );
  const { lacking } = run.open;
  const missing =
    lacking.length === 0 ? null : (
      <a
        key="missing"
        href={`#${lackingId}`}
        className="inline-flex min-h-6 items-center text-sea hover:underline max-sm:min-h-11"
      >
        {listed(
          lacking.map((one) => lackingWords(one, locale)),
          locale,
        )}
      </a>
    );
  const isOut = outStates.some((state) => state === run.state);
  return (
    <>
      <Section title={t('steps.title')} id="steps" className={isOut ? 'mt-2' : 'mt-8'}>
        <FactList
          facts={[
            [t('steps.computed'), by(run.computedByName, run.computedAt)],
            [t('steps.approved'), by(run.approvedByName, run.approvedAt)],
            [t('steps.published'), by(run.publishedByName, run.publishedAt)],
          ]}
        />
      </Section>
      <Section title={t('about.title')} id="about">
        <FactList
          facts={[
            [t('about.frozen'), writtenMoment(run.computedAt)],
            [t('about.deadline'), t(run.deadlinePassed ? 'about.deadlinePassed' : 'about.deadlineOpen')],
            [t('about.size'), t('about.sizeWords', { units: run.units, items: run.items })],
            [t('about.figures'), t('about.figuresCount', { count: run.figures })],
            [t('about.missing'), missing],
            [t('about.targets'), run.targets > 0 ? t('about.figuresCount', { count: run.targets }) : null],
            [t('about.entries'), run.entries > 0 ? t('about.entriesCount', { count: run.entries }) : null],
            [t('about.engine'), t('about.engineWords', { number: run.engine })],
            [t('about.note'), run.note],
            [
              t('about.fingerprint'),
              <span key="print" className="font-mono text-xs break-all">
                {run.sha256}
              </span>,
            ],
          ]}
        />
        <p className="mt-2 text-xs leading-5 text-ink-2">{t('about.fingerprintNote')}</p>
      </Section>
      {isOut && (
        <Section title={t('files.title')} id="files" note={t('files.note')}>
          <p className="flex flex-wrap gap-2" data-chrome>
            <a href={withQuery(paths.runFile(run.id), { part: 'archive' })} className={buttonLook('outline')} download>
              {t('files.archive')}
            </a>
            <a href={withQuery(paths.runFile(run.id), { part: 'package' })} className={buttonLook('outline')} download>
              {t('files.package')}
            </a>
            <a href={withQuery(paths.runFile(run.id), { part: 'figures' })} className={buttonLook('outline')} download>
              {t('files.figures')}
            </a>
          </p>
          <p className="mt-2 text-xs leading-5 text-ink-2">{t('files.lead')}</p>
        </Section>
      )}
    </>
  );
}
