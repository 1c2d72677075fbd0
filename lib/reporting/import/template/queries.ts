import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { parsePeriod, previousPeriod, yearEarlier } from '@/lib/catalogue/periods/period';
import { keyOf } from '@/lib/reporting/figure-key';
import { definitionPrint } from '@/lib/reporting/import/queries';
import type { StagedOld, TemplateReturn } from '@/lib/reporting/import/words';
import type { CheckedIndicator, FigureKey } from '@/lib/reporting/words';

type Row = {
  title: string;
  periodCode: string;
  dueAt: string;
  isDemonstration: boolean;
  formNumber: string;
  issuedBy: string;
  unit: TemplateReturn['unit'];
  figures: (FigureKey & {
    isRequired: boolean;
    indicator: CheckedIndicator;
    definition: string;
    old: StagedOld | null;
  })[];
  known: (FigureKey & { value: string })[];
};

/** The return of the principal's own unit for its template; null when the unit has none in the collection. */
export async function templateReturn(principal: Principal, collectionId: string): Promise<TemplateReturn | null> {
  const [row] = await db().execute<Row>(sql`
    select c.title, c.period_code as "periodCode", greatest(c.due_at, s.extended_until) as "dueAt",
      c.is_demonstration as "isDemonstration", c.form_number as "formNumber", c.issued_by as "issuedBy",
      jsonb_build_object('code', u.code, 'nameZh', u.name_zh, 'nameEn', u.name_en) as unit,
      (select jsonb_agg(jsonb_build_object('indicatorCode', i.indicator_code, 'periodCode', i.period_code,
          'isRequired', i.is_required,
          'indicator', jsonb_build_object('code', n.code, 'nameZh', n.name_zh, 'nameEn', n.name_en,
            'unitZh', n.unit_zh, 'unitEn', n.unit_en, 'decimals', n.decimals, 'measure', n.measure,
            'direction', n.direction, 'basis', n.basis),
          'definition', ${definitionPrint},
          'old', case when v.version is null then null else jsonb_build_object('typed', v.typed,
            'typedYoy', v.typed_yoy, 'note', v.note, 'sourceText', v.source_text, 'explanation', v.explanation,
            'value', v.value::text, 'decimals', v.decimals, 'qualifier', v.qualifier,
            'qualifierPrinted', v.qualifier_printed, 'absence', v.absence, 'reportedYoy', v.reported_yoy::text) end)
          order by i.sort_order)
        from collection_item i join indicator n on n.code = i.indicator_code
        left join submission_value v on v.org_unit_code = s.org_unit_code and v.collection_id = c.id
          and v.indicator_code = i.indicator_code and v.period_code = i.period_code
        where i.collection_id = c.id) as figures,
      (select coalesce(jsonb_agg(jsonb_build_object('indicatorCode', o.indicator_code, 'periodCode', o.period_code,
          'value', o.value::text)), '[]')
        from collection_item i
        join period p on p.code = i.period_code
        join observation o on o.indicator_code = i.indicator_code and o.org_unit_code = s.org_unit_code
          and o.period_code in (p.previous, p.year_earlier)
        where i.collection_id = c.id) as known
    from submission s
    join collection c on c.id = s.collection_id
    join org_unit u on u.code = s.org_unit_code
    where s.org_unit_code = ${principal.unitCode} and s.collection_id = ${collectionId}`);
  if (!row) return null;
  const known = new Map(row.known.map((figure) => [keyOf(figure), figure.value]));
  const { title, periodCode, dueAt, isDemonstration, formNumber, issuedBy, unit } = row;
  const of = (indicatorCode: string, code: string | null) =>
    code === null ? null : (known.get(keyOf({ indicatorCode, periodCode: code })) ?? null);
  const figures = row.figures.map((figure) => {
    const period = parsePeriod(figure.periodCode);
    return {
      ...figure,
      previous: of(figure.indicatorCode, period && previousPeriod(period)),
      yearEarlier: of(figure.indicatorCode, period && yearEarlier(period)),
    };
  });
  const head = { collectionId, title, periodCode, dueAt: new Date(dueAt), isDemonstration, formNumber, issuedBy, unit };
  return { ...head, figures };
}
