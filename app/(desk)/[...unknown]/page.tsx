import { notFound } from 'next/navigation';

/** Every address that no page has: it is not found within the frame, with its menu and search. */
export default function UnknownPage(): never {
  notFound();
}
