import { notFound } from 'next/navigation';
import { cache } from 'react';
import { addressPart } from '@/app/server/address-part';
import { principalFor } from '@/app/server/principal';
import { registerOf } from '@/lib/monitoring/registers/queries';
import type { Register } from '@/lib/monitoring/registers/words';

/** The register of an address, or the page that there is none. Cached, since a page and its title both need it. */
export const shownRegister = cache(async (code: string): Promise<Register> => {
  const found = await registerOf(await principalFor('registers'), addressPart(code));
  return found ?? notFound();
});
