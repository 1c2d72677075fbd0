'use client';

import { Badge } from '@/app/ui/primitives/badge';
import { useDesign } from './design-context';
import type { CheckLine } from './use-checks';

/** The findings about the draft, each line a link to its field. */
export function LiveChecks({ checks, goTo }: { checks: readonly CheckLine[]; goTo: (path: string) => void }) {
  const { t } = useDesign();
  if (checks.length === 0) return <p>{t('checks.clean')}</p>;
  return (
    <ul className="max-w-4xl">
      {checks.map(({ path, where, text, isFault }) => (
        <li key={`${path} ${text}`} className="flex flex-wrap items-baseline gap-x-3 border-b border-rule py-2">
          <Badge tone={isFault ? 'gold' : 'plain'}>{t(isFault ? 'checks.fault' : 'checks.warning')}</Badge>
          <span className="min-w-0 flex-1 basis-64">
            {where && t('checks.in', { where })}
            {text}
          </span>
          <button
            type="button"
            onClick={() => goTo(path)}
            className="inline-flex min-h-8 items-center text-sea underline max-sm:min-h-11"
          >
            {t('checks.goTo')}
          </button>
        </li>
      ))}
    </ul>
  );
}
