import { headers } from 'next/headers';
import { addressHeader, type Caller } from '@/lib/access/caller';

/** The caller of the present request. */
export async function currentCaller(): Promise<Caller> {
  const asked = await headers();
  return {
    address: asked.get(addressHeader) ?? '',
    userAgent: (asked.get('user-agent') ?? '').slice(0, 300),
    cookies: asked.get('cookie') ?? '',
  };
}
