import { buttonLook } from '@/app/ui/primitives/button';
import { Section } from '@/app/ui/shell/section';
import type { Principal } from '@/lib/access/principal';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import { unitTree } from '@/lib/catalogue/units/queries';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The figures of the unit somebody works for. */
export async function UnitFigures(props: { principal: Principal; unitCode: string; locale: Locale }) {
  const { principal, unitCode, locale } = props;
  const t = translator(locale, 'access');
  const unit = (await unitTree(principal)).find(({ code }) => code === unitCode);
  if (!unit) return null;
  return (
    <Section title={t('workbench.latest')} id="unit" note={nameOf(unit, locale)}>
      <p className="mb-4 text-ink-2">
        {unit.latest
          ? t('workbench.latestLead', { count: unit.figures, period: writtenPeriod(unit.latest, locale) })
          : t('workbench.noFigures')}
      </p>
      <a href={`/catalogue/units/${unit.code}`} className={buttonLook('outline')}>
        {t('workbench.openUnit')}
      </a>
    </Section>
  );
}
