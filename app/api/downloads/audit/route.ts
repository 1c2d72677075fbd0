import { redirect } from 'next/navigation';
import { fileResponse, formatAsked, refusalAnswer } from '@/app/server/download';
import { currentLocale } from '@/app/server/locale';
import { overused } from '@/app/server/overused';
import { askingPrincipal, refusedFile, signInPath } from '@/app/server/principal';
import { ownAccount } from '@/lib/access/account/queries';
import { trail } from '@/lib/access/audit/trail/queries';
import { choiceIn, TrailAddress, trailQuery } from '@/lib/access/audit/trail/trail-choice';
import { longestFile } from '@/lib/access/audit/trail/words';
import { views } from '@/lib/access/permissions';
import { writtenSecond } from '@/lib/i18n/moments';
import { listed } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/paths';
import { csvText } from '@/lib/publishing/csv/csv-text';
import { trailSheet } from '@/lib/publishing/trail/trail-sheet';
import { workbookOf } from '@/lib/publishing/xlsx/workbook';

/** The audit trail under the filters of its page as a file, for principals who may see it. */
export async function GET(request: Request): Promise<Response> {
  const [locale, principal] = await Promise.all([currentLocale(), askingPrincipal()]);
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const address = TrailAddress.parse(query);
  if (principal.role === 'visitor') redirect(signInPath(paths.audit + trailQuery(address)));
  const t = translator(locale, 'audit');
  const reason = await refusedFile(principal, 'audit');
  if (reason === 'mustEnrol') return refusalAnswer(translator(locale, 'errors')('mustEnrol'), 403);
  if (reason) {
    const a = translator(locale, 'access');
    const allowed = listed(
      views.audit.map((role) => a(`roles.${role}`)),
      locale,
    );
    return refusalAnswer(a('forbidden.reason', { role: a(`roles.${principal.role}`), allowed }), 403);
  }
  const tooMany = await overused(principal, 'download');
  if (tooMany) return tooMany;
  const format = formatAsked(query.format ?? null);
  if (!format) return refusalAnswer(t('file.unknownFormat'), 400);
  const choice = choiceIn(address, { system: t('system'), anonymous: t('anonymous') });
  const [found, account] = await Promise.all([
    trail(principal, choice, { length: longestFile }),
    ownAccount(principal),
  ]);
  const at = new Date();
  const sheet = trailSheet({
    trail: found,
    address,
    exported: { by: `${principal.name} ${account?.username ?? ''}`.trim(), at },
    isCut: format === 'xlsx',
    locale,
  });
  const stamp = writtenSecond(at).replace(/\D/g, '');
  const body = format === 'csv' ? csvText(sheet) : await workbookOf(sheet);
  return fileResponse(body, format, t('file.name', { at: stamp }), `audit-${stamp}`);
}
