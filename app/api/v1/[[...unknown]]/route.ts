import { noSuchAddress } from '@/app/api/v1/answer';

/** A problem, as programs read it, for an address of the interface that there is not. */
export const GET = noSuchAddress;
