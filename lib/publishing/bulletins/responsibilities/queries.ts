import { sql } from 'drizzle-orm';
import type * as z from 'zod';
import { type Database, db, type Tx } from '@/db/client';
import { maySee } from '@/lib/access/permissions';
import { type Principal, readsNothing } from '@/lib/access/principal';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import { storedScheme } from '@/lib/assessment/schemes/read-scheme';
import { nameOf } from '@/lib/i18n/names';
import type { Locale, Named } from '@/lib/i18n/words';
import { paths } from '@/lib/paths';
import type { BulletinSource, Room, SourceMenu } from '@/lib/publishing/bulletins/kit/room';
import {
  type AnsweredIndicator,
  bodiesOf,
  responsibilityAnnex,
  responsibilityFacts,
  responsibilityText,
} from './facts';
import type { ResponsibilitiesSource } from './schema';

type Source = z.infer<typeof ResponsibilitiesSource>;

const sees = (principal: Principal) => maySee(principal.role, 'responsibilities') && !readsNothing(principal);

/** What a list of responsibilities is written from: the published version of a scheme and the catalogue; null without one. */
export async function readResponsibilities(
  principal: Principal,
  { scheme: code }: Source,
  on: Database | Tx = db(),
): Promise<BulletinSource | null> {
  if (!sees(principal)) return null;
  const [found] = await on.execute<{ number: number; document: Readonly<Record<string, unknown>> }>(sql`
    select number, document from scheme_version where scheme_code = ${code} and state = 'published'`);
  if (!found) return null;
  const scheme = storedScheme(found.document);
  const codes = itemsOf(scheme).flatMap(({ indicator }) => indicator ?? []);
  const indicators = await on.execute<AnsweredIndicator>(sql`
    select i.code, i.name_zh as "nameZh", i.unit_zh as "unitZh", i.responsible_zh as "responsibleZh",
      i.assisting_zh as "assistingZh", i.frequency
    from indicator i join topic p on p.code = i.topic_code where i.code = any(${sql.param(codes)}::text[])
    order by p.sort_order, i.sort_order, i.code`);
  const rows = { scheme, number: found.number, indicators };
  return {
    facts: responsibilityFacts(rows),
    names: [
      scheme.nameZh,
      ...itemsOf(scheme).map(({ nameZh }) => nameZh),
      ...indicators.map(({ nameZh }) => nameZh),
      ...bodiesOf(rows).map(([body]) => body),
    ],
    annexes: [responsibilityAnnex(rows)],
    subject: scheme.nameZh,
    unit: null,
    about: { schemeCode: code },
    firstText: () => responsibilityText(rows),
  };
}

/** The schemes that have a published version, as a menu. */
export async function schemeMenus(principal: Principal, locale: Locale): Promise<readonly SourceMenu<'scheme'>[]> {
  if (!sees(principal)) return [];
  const schemes = await db().execute<Named>(sql`
    select s.code, v.document ->> 'nameZh' as "nameZh", v.document ->> 'nameEn' as "nameEn"
    from scheme s join scheme_version v on v.scheme_code = s.code and v.state = 'published' order by s.code`);
  return [
    { part: 'scheme', options: schemes.map((one) => ({ value: one.code, label: nameOf(one, locale) || one.nameZh })) },
  ];
}

export const responsibilities: Room<Source> = {
  view: 'responsibilities',
  read: readResponsibilities,
  hold: null,
  menus: schemeMenus,
  page: ({ scheme }) => paths.scheme(scheme),
};
