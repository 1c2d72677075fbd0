import { clsx } from 'clsx';
import { verifyTrail } from '@/lib/access/audit/trail/queries';
import type { TrailEnd } from '@/lib/access/audit/trail/words';
import type { Principal } from '@/lib/access/principal';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The result of verifying the whole chain, with the hash of its last event. */
export async function ChainCheck({ principal, end, locale }: { principal: Principal; end: TrailEnd; locale: Locale }) {
  const chain = await verifyTrail(principal);
  if (!chain) return null;
  const t = translator(locale, 'audit');
  const { broken, events } = chain;
  return (
    <div
      role="status"
      className={clsx('my-4 border-l-2 bg-card px-3 py-2 text-sm', broken ? 'border-vermilion' : 'border-sea')}
    >
      <p className="font-semibold">
        {broken ? t(`chain.${broken.why}`, { seq: broken.seq }) : t('chain.whole', { events })}
      </p>
      {broken ? (
        <p className="mt-0.5 text-ink-2">{t('chain.broken')}</p>
      ) : (
        <>
          <p className="mt-0.5 text-ink-2">{t('chain.anchor', { seq: end.seq })}</p>
          <p className="mt-0.5 font-mono text-table break-all">{end.hash}</p>
        </>
      )}
    </div>
  );
}
