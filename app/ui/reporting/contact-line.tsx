import type { Contact } from '@/lib/reporting/contacts/words';

/** The contact of a unit, with a number that a telephone dials; — for none. */
export function ContactLine({ contact }: { contact: Contact | undefined }) {
  if (!contact) return '—';
  return (
    <>
      {contact.name}{' '}
      {contact.telephone && (
        <a
          href={`tel:${contact.telephone.replace(/[^\d+]/g, '')}`}
          className="inline-flex min-h-7 items-center text-sea hover:underline max-sm:min-h-11"
        >
          {contact.telephone}
        </a>
      )}
    </>
  );
}
