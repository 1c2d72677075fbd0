import { markedName } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import { indicatorsOfDepartment } from '@/lib/catalogue/indicators/queries';
import { unitOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';

/** The indicators of a responsible department. */
export async function DepartmentIndicators(props: { department: string; locale: Locale }) {
  const { department, locale } = props;
  const t = translator(locale, 'access');
  const indicators = await indicatorsOfDepartment(department);
  return (
    <Section title={t('workbench.yourDepartment')} id="department">
      <p className="mb-3 text-ink-2">{t('workbench.departmentLead', { department, count: indicators.length })}</p>
      <ul className="grid gap-x-8 sm:grid-cols-2">
        {indicators.map((indicator) => (
          <li key={indicator.code} className="flex items-baseline gap-2 border-b border-rule py-2">
            <a href={paths.indicator(indicator.code)} className="min-w-0 hover:text-sea hover:underline">
              {markedName(indicator, locale)}
            </a>
            <span className="ml-auto shrink-0 text-xs text-ink-2">{unitOf(indicator, locale)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
