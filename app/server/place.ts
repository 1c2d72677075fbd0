import { cache } from 'react';
import { shownPlace } from '@/lib/catalogue/place/queries';

/** The place that the product serves, looked up once in a request. */
export const currentPlace = cache(() => shownPlace());
