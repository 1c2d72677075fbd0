import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** The folder of an unpacked browser, its fonts and the last choice. Not part of the repository. */
export const browserFolder = () => join(root, '.browser');

/** The folder of the product's packages. */
export const packagesFolder = () => join(root, 'node_modules');
