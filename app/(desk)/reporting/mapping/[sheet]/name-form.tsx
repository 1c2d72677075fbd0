import { saveNames } from '@/app/(desk)/reporting/mapping/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextField } from '@/app/ui/forms/fields';
import { marked } from '@/app/ui/primitives/marked';
import { Section } from '@/app/ui/shell/section';
import { nearestNames } from '@/lib/catalogue/names/nearest-names';
import { listed, nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { MappableNames } from '@/lib/reporting/mapping/read-mapped';
import type { MappedView } from '@/lib/reporting/mapping/sheets/queries';
import { typedName } from '@/lib/reporting/mapping/typed-mapping';
import { harmlessLine, type UnknownName, unknownKinds } from '@/lib/reporting/mapping/words';

/** The most names in one form. */
const mostShown = 30;

type Props = { view: MappedView; names: MappableNames; unknown: readonly UnknownName[]; locale: Locale };

/** The names of the sheet that the catalogue does not know, or of which it knows several, each to be decided once. */
export function NameForm({ view, names, unknown, locale }: Props) {
  const t = translator(locale, 'mapping');
  const decided = unknownKinds.flatMap((kind) =>
    Object.entries(view.mapping.names[kind] ?? {}).map(([key, code]) => ({ kind, key, code })),
  );
  if (unknown.length + decided.length === 0) return null;
  const shown = unknown.slice(0, mostShown);
  const rest = unknown.length - shown.length;
  const entriesOf = (kind: UnknownName['kind']) =>
    kind === 'unit' ? names.units : kind === 'indicator' ? names.indicators : [];
  const written = (kind: UnknownName['kind'], code: string) =>
    kind === 'unit' || kind === 'indicator' ? typedName(code, kind, names) : code;
  const offered = ({ kind, text, either }: UnknownName) => {
    const entries = entriesOf(kind);
    const own = entries.filter(({ code }) => either.includes(code));
    return own.length > 0 ? own : nearestNames(text.replace(/^.* \/ /, ''), [...entries]);
  };
  const fields = [
    ...shown.map((one) => ({ ...one, value: '', offers: offered(one) })),
    ...decided.slice(0, mostShown).map(({ kind, key, code }) => ({
      ...{
        kind,
        key,
        text: key,
        address: '',
        offers: [],
        value: written(kind, code),
      },
    })),
  ];
  return (
    <Section id="names" title={t('sheet.names')} note={t('sheet.namesLead')}>
      <CommandForm
        action={saveNames}
        submit={t('sheet.namesSubmit')}
        refusedTitle={t('refusedTitle')}
        id="names-form"
        hidden={{ id: view.id, version: view.version }}
        actions={rest > 0 && <span className="text-table text-ink-2">{t('sheet.namesMore', { count: rest })}</span>}
      >
        <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
          {fields.map(({ kind, key, text, address, offers, value }, at) => (
            <div key={`${kind} ${key}`} className="flex flex-col justify-end">
              <input type="hidden" name={`kind-${at}`} value={kind} />
              <input type="hidden" name={`key-${at}`} value={key} />
              {kind === 'line' ? (
                <SelectField
                  name={`name-${at}`}
                  label={marked(
                    address === '' ? `${t('sheet.decided')} ${text}` : t('sheet.lineOf', { cell: address, text }),
                    locale,
                  )}
                  value={value}
                  options={[
                    { value: '', label: t('sheet.lineOpen') },
                    { value: harmlessLine, label: t('sheet.lineHarmless') },
                  ]}
                />
              ) : (
                <TextField
                  name={`name-${at}`}
                  label={marked(
                    address === ''
                      ? `${t('sheet.decided')} ${text}`
                      : t(kind === 'period' ? 'sheet.periodOf' : 'sheet.nameOf', { cell: address, text }),
                    locale,
                  )}
                  {...(offers.length > 0 && {
                    hint: marked(
                      t('sheet.mayBe', {
                        names: listed(
                          offers.map((one) => nameOf(one, locale)),
                          locale,
                        ),
                      }),
                      locale,
                    ),
                  })}
                  value={value}
                  maxLength={100}
                  offers={offers.map((one) => written(kind, one.code))}
                />
              )}
            </div>
          ))}
        </div>
      </CommandForm>
    </Section>
  );
}
