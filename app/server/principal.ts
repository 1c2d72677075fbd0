import { anonymousPrincipal, type Principal } from '@/lib/access/principal';

/** Who asks for this page. Until accounts exist, everybody is the anonymous visitor. */
export async function currentPrincipal(): Promise<Principal> {
  return anonymousPrincipal();
}
