import { close, decide, extend, refuseMore } from '@/app/(desk)/reporting/collections/actions';
import { CommandForm } from '@/app/ui/forms/command-form';
import { SelectField, TextAreaField, TextField } from '@/app/ui/forms/fields';
import { buttonLook } from '@/app/ui/primitives/button';
import { Section } from '@/app/ui/shell/section';
import { writtenMoment } from '@/lib/i18n/moments';
import { nameOf } from '@/lib/i18n/names';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import type { PendingExtension } from '@/lib/reporting/collections/exceptions/words';
import { isBehind } from '@/lib/reporting/collections/progress/unit-order';
import type { CollectionDetail, PendingRequest, UnitProgress } from '@/lib/reporting/collections/progress/words';
import type { CollectionChoice } from './page';

type Props = {
  one: CollectionDetail;
  units: readonly UnitProgress[];
  requests: readonly PendingRequest[];
  extensions: readonly PendingExtension[];
  choice: CollectionChoice;
  path: string;
  locale: Locale;
};

/** The form of the action in the address; nothing where it does not apply. */
export function Measure(props: Props) {
  const { one, choice } = props;
  if (choice.do === 'decide') return <Decision {...props} />;
  if (one.state !== 'open') return null;
  if (choice.do === 'close') return <Closing {...props} />;
  if (choice.do === 'refuseMore') return <MoreRefused {...props} />;
  return choice.do === 'extend' ? <Extension {...props} /> : null;
}

/** The common properties of the forms. */
function frameOf({ path, locale }: Props) {
  const t = translator(locale, 'collections');
  return {
    refusedTitle: translator(locale, 'errors')('title'),
    className: 'max-w-xl',
    actions: (
      <a href={path} className={buttonLook('quiet')}>
        {t('cancel')}
      </a>
    ),
  };
}

function Closing(props: Props) {
  const { one, locale } = props;
  const t = translator(locale, 'collections');
  return (
    <Section title={t('close.title')} note={t('close.note')} id="measure" className="my-6">
      <CommandForm
        {...frameOf(props)}
        action={close}
        submit={t('close.submit')}
        tone="danger"
        hidden={{ collectionId: one.id, version: one.version }}
      >
        <TextAreaField name="reason" label={t('close.reason')} maxLength={300} />
      </CommandForm>
    </Section>
  );
}

function Extension(props: Props) {
  const { one, units, extensions, choice, locale } = props;
  const t = translator(locale, 'collections');
  const behind = units.filter(isBehind);
  const due = writtenMoment(one.dueAt);
  const asked = extensions.find(({ unit }) => unit.code === choice.unit);
  return (
    <Section
      title={t('extend.title')}
      note={asked ? `${nameOf(asked.unit, locale)} · ${asked.reason}` : t('extend.note')}
      id="measure"
      className="my-6"
    >
      {behind.length === 0 ? (
        <p className="text-ink-2">{t('extend.nobody')}</p>
      ) : (
        <CommandForm
          key={choice.unit}
          {...frameOf(props)}
          action={extend}
          submit={t('extend.submit')}
          hidden={{ collectionId: one.id }}
        >
          <SelectField
            name="unitCode"
            label={t('extend.unit')}
            value={choice.unit ?? ''}
            options={behind.map((unit) => ({ value: unit.code, label: nameOf(unit, locale) }))}
          />
          <div className="grid gap-x-6 sm:grid-cols-2">
            <TextField name="untilOn" label={t('extend.untilOn')} type="date" value={asked?.wishedOn ?? ''} />
            <TextField name="untilTime" label={t('extend.untilTime')} type="time" value={due.slice(11)} />
          </div>
          <TextAreaField name="reason" label={t('extend.reason')} maxLength={300} rows={2} />
        </CommandForm>
      )}
    </Section>
  );
}

/** The form that refuses a request for more time. */
function MoreRefused(props: Props) {
  const { one, extensions, choice, locale } = props;
  const t = translator(locale, 'collections');
  const asked = extensions.find(({ unit, number }) => unit.code === choice.unit && `${number}` === choice.number);
  if (!asked) return null;
  return (
    <Section
      title={t('more.refuseTitle')}
      note={`${nameOf(asked.unit, locale)} · ${asked.reason}`}
      id="measure"
      className="my-6"
    >
      <CommandForm
        {...frameOf(props)}
        action={refuseMore}
        submit={t('more.submit')}
        hidden={{ collectionId: one.id, unitCode: asked.unit.code, number: asked.number }}
      >
        <TextAreaField name="reason" label={t('more.reason')} maxLength={300} rows={2} />
      </CommandForm>
    </Section>
  );
}

function Decision(props: Props) {
  const { one, requests, choice, locale } = props;
  const t = translator(locale, 'collections');
  const request = requests.find(({ unit, number }) => unit.code === choice.unit && `${number}` === choice.number);
  if (!request) return null;
  return (
    <Section
      title={t('reopening.decide')}
      note={`${nameOf(request.unit, locale)} · ${request.reason}`}
      id="measure"
      className="my-6"
    >
      <CommandForm
        {...frameOf(props)}
        action={decide}
        submit={t('reopening.submit')}
        hidden={{ collectionId: one.id, unitCode: request.unit.code, number: request.number }}
      >
        <SelectField
          name="decision"
          label={t('reopening.decision')}
          value="grant"
          options={(['grant', 'refuse'] as const).map((value) => ({ value, label: t(`reopening.${value}`) }))}
        />
        <TextAreaField name="reason" label={t('reopening.reason')} maxLength={300} rows={2} />
      </CommandForm>
    </Section>
  );
}
