import { Badge } from '@/app/ui/primitives/badge';
import { Notice } from '@/app/ui/primitives/notice';
import { blocksPublication } from '@/lib/assessment/schemes/check-scheme';
import { placeOf, writtenFinding } from '@/lib/assessment/schemes/checks/written-finding';
import type { Scheme } from '@/lib/assessment/schemes/document/scheme';
import type { SchemeCatalogue, SchemeFinding } from '@/lib/assessment/schemes/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { withQuery } from '@/lib/paths';

/** The findings about the draft, each with a link to its field. */
export function CheckList(props: {
  findings: readonly SchemeFinding[];
  scheme: Scheme;
  catalogue: SchemeCatalogue;
  editHref: string | null;
  locale: Locale;
}) {
  const { findings, scheme, catalogue, editHref, locale } = props;
  const t = translator(locale, 'schemes');
  const faults = findings.filter(blocksPublication);
  const warnings = findings.filter((one) => !blocksPublication(one));
  return (
    <>
      <Notice tone={faults.length > 0 ? 'warn' : 'info'}>
        {faults.length > 0 ? t('checks.faults', { count: faults.length }) : t('checks.clean')}
      </Notice>
      {warnings.length > 0 && <p className="mb-2 text-ink-2">{t('checks.warnings', { count: warnings.length })}</p>}
      <ul className="max-w-4xl">
        {[...faults, ...warnings].map((finding) => {
          const where = placeOf(finding.path, scheme, locale);
          return (
            <li
              key={`${finding.path} ${finding.key}`}
              className="flex flex-wrap items-baseline gap-x-3 border-b border-rule py-2"
            >
              <Badge tone={blocksPublication(finding) ? 'gold' : 'plain'}>
                {t(blocksPublication(finding) ? 'checks.fault' : 'checks.warning')}
              </Badge>
              <span className="min-w-0 flex-1 basis-64">
                {where && t('checks.in', { where })}
                {writtenFinding(finding, catalogue, { t, locale })}
              </span>
              {editHref && (
                <a
                  href={withQuery(editHref, { at: finding.path })}
                  className="inline-flex min-h-8 items-center text-sea underline max-sm:min-h-11"
                >
                  {t('checks.goTo')}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
