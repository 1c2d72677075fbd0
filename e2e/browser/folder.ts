import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Where an unpacked browser, its fonts and the last choice are kept. Not part of the repository. */
export const browserFolder = () => join(root, '.browser');

/** Where the product's packages lie. */
export const packagesFolder = () => join(root, 'node_modules');
