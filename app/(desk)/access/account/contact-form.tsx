import { CommandForm } from '@/app/ui/forms/command-form';
import { TextField } from '@/app/ui/forms/fields';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';
import { type Contact, longestContact } from '@/lib/reporting/contacts/words';
import { setUnitContact } from './actions';

/** Name and telephone of whom to call about a unit's returns. */
export function ContactForm(props: { unitCode: string; contact: Contact | undefined; back: string; locale: Locale }) {
  const { unitCode, contact, locale } = props;
  const t = translator(locale, 'access');
  return (
    <CommandForm
      key={`${unitCode} ${contact?.name} ${contact?.telephone}`}
      id="contact-form"
      action={setUnitContact}
      submit={t('contact.save')}
      tone="outline"
      refusedTitle={translator(locale, 'errors')('title')}
      hidden={{ unitCode, back: props.back }}
      className="max-w-sm"
    >
      <TextField name="name" label={t('contact.name')} value={contact?.name ?? ''} maxLength={longestContact.name} />
      <TextField
        name="telephone"
        label={t('contact.telephone')}
        hint={t('contact.hint')}
        value={contact?.telephone ?? ''}
        maxLength={longestContact.telephone}
      />
    </CommandForm>
  );
}
